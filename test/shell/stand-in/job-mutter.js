// A throw-away job that says something that is no answer.
process.on('message', () => process.send('all your base'))
