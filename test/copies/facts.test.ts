import { describe, expect, it } from 'vitest'
import { countedAtOnce, countingFacts } from '../../main/vault/copies/facts.ts'
import { deskWithCase } from './place.ts'

describe('what a copy says is in it', () => {
  it('is counted in pieces where there is much, wide gaps and numbers below zero included', async () => {
    const { app } = await deskWithCase()
    const { db } = app.desk.vault!
    db.exec(`CREATE TABLE many (n INTEGER PRIMARY KEY);
      WITH RECURSIVE one (n) AS (VALUES (-40) UNION ALL SELECT n + 1 FROM one WHERE n < 250000)
      INSERT INTO many SELECT n * 1000003000 FROM one WHERE n % 7 <> 0`)
    const pieces = [...countingFacts(db)].length
    const { rows } = countedAtOnce(countingFacts(db))
    const names = db.prepare<[], string>(
      `SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`,
    )
    const counted = names
      .pluck()
      .all()
      .map(name => [name, db.prepare<[], number>(`SELECT count(*) FROM main."${name}"`).pluck().get()])
    expect(rows).toEqual(Object.fromEntries(counted))
    expect(rows['many']).toBeGreaterThan(200_000)
    expect(pieces).toBeGreaterThan(counted.length + 5)
  })
})
