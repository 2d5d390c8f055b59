/** What a part does, and what its figures do not show. */
export interface About {
  readonly what: string
  readonly limits: string
}

const abouts: Readonly<Record<string, About>> = {
  kills: {
    what:
      'An office at work (cases, persons, e-mails, briefs, drafts, changed passphrases) is ended with SIGKILL at a chance ' +
      'moment, mostly in the middle of an operation. The vault is then opened and held to what was acknowledged: nothing ' +
      'missing, nothing half done, the record whole, every file and identity readable, one passphrase. Every fourth vault ' +
      'is compared row by row; the others by the last hash of the record and what stands beside it.',
    limits: 'What a dying disk or a power cut does; the operating system survives each of these kills.',
  },
  shells: {
    what:
      'Vigil in a real window, at work through the bridge of its page with keys of the full cost. The vault process, the page, ' +
      'the window or the whole shell is ended with SIGKILL. After a vault process the same window opens the vault again and ' +
      'the case says what was acknowledged last; after anything else no process may outlive it, and the next start opens.',
    limits: 'Electron’s own processes: the window here is an installed Chromium.',
  },
  power: {
    what:
      'The same office under `strace`. After every call that changed a file, the disk is rebuilt as a power cut could have ' +
      'left it: all of it, only what was flushed, and chance parts of the rest, torn at 512 bytes. What is there is opened, ' +
      'and must be what was acknowledged last, or wholly the next.',
    limits:
      'drives that say "flushed" when they have not; file systems that lose a flushed name; the window’s own process (the same ' +
      'code is traced in Node). Data, growth and cuts of one file are reordered freely between two flushes.',
  },
  faults: {
    what:
      'Each operation that writes is done on a disk that fails at its first call, then at its second, until none is left to ' +
      'fail: a bad medium, a full disk, a full quota; once, torn in the middle, and for good. Nothing may be said to be ' +
      'done that is not, and the same session must be able to go on.',
    limits: 'reads that fail, and disks that hang.',
  },
  packages: {
    what:
      'One bit of every 64th byte of every kind of sealed package is turned, and the package cut there; each round begins at ' +
      'another byte. All of it must be refused.',
    limits: 'damage that somebody makes who holds the keys.',
  },
  damage: {
    what:
      'One bit, a cut, a page from elsewhere or from before, in each file of a closed vault and of one that was cut off in the ' +
      'middle of a change. Opening must say so, and name what it is; never "wrong passphrase". What lies on whole pages must ' +
      'come out of a rescue, and nothing that never was. Then many programs open one vault at the same moment: one gets it.',
    limits:
      'a whole older vault put in place of a newer one, which only a witness outside the folder can tell (see record).',
  },
  ways: {
    what:
      'Passphrases, key files and recovery shares are added, changed, removed and used in chance order; each writing of the ' +
      'keys is cut off after a chance byte. Whoever was not touched gets in, whoever was with the old or the new.',
    limits:
      'what somebody with an older copy of the keys can open: it opens with the old passphrase, and always will.',
  },
  record: {
    what:
      'A record is put back, cut off at its end, written anew or exchanged page by page by somebody who has the passphrase and ' +
      'the machine for a while, between honest sessions with crashes; each must be noticed at the next opening. The clock of ' +
      'the machine jumps by up to thirty years.',
    limits:
      'a machine on which nothing is known of the vault: there only another office or a noted code can tell.',
  },
  copies: {
    what:
      'Copies of a vault are damaged bit by bit and cut; copying goes onto media that fail, fill up or are pulled out; an ' +
      'update of an older vault is cut off as by a power cut after every call.',
    limits: 'media that lose what they had confirmed.',
  },
  hostile: {
    what:
      'Every reader of foreign bytes (e-mails, packages, pictures, PDF, keys, shares, copies) is given what others collected, ' +
      'what is kept here, and both changed. Nothing but "read" or "no" may come of it; what takes too long is ended.',
    limits: 'flaws in the engine of the window itself.',
  },
  door: {
    what: 'Calls as a page that was taken over could make them: odd names, inputs nearly right, anything at all. The record is verified after.',
    limits: 'calls that are right in form and wrong in intent.',
  },
  lock: {
    what:
      'A busy office is locked at chance moments, with a page that hands over what was typed and one that hangs. The vault ' +
      'process must be gone within its time and what was handed over must be there after unlocking. How many of the words ' +
      'planted remain in the processes that live on is counted.',
    limits: 'swap and hibernation, and what the operating system copied.',
  },
  rest: {
    what:
      'The whole story in a real window (create, e-mail with attachments, identities, brief, preview, export, search, a ' +
      'printed paper, two crashes, drafts, lock), with the places of a desktop session on a disk of its own and a network ' +
      'card nobody listens behind. Looked through: every buffer any process of ours handed to a file; every block of that ' +
      'disk after it was unmounted, deleted files with it; dumps; every call that asked for a socket; the packets that left. ' +
      'A word is looked for in 17 spellings and inside everything compressed. What remains must look like noise.',
    limits:
      'memory, swap and hibernation; the spool of a real printer; what a graphics driver keeps; Electron, where only its ' +
      'binary is missing to run the same.',
  },
}

/** What is known of a part. */
export const about = (part: string): About => abouts[part] ?? { what: '', limits: '' }

const words: Readonly<Record<string, string>> = {
  acknowledged: 'Operations acknowledged',
  lost: 'Acknowledged and lost, or half done',
  kills: 'Kills',
  kills_of_vault: 'Kills of the vault process',
  kills_of_page: 'Kills of the page',
  kills_of_window: 'Kills of the window’s browser',
  kills_of_shell: 'Kills of the shell',
  cut_off_and_there: 'Operations cut off and wholly there',
  cut_off_and_not_there: 'Operations cut off and not there at all',
  files_before_record:
    'Briefs wholly written when the kill came and not yet recorded (nobody was told of them)',
  false_wrong_passphrase: 'Right passphrases called wrong',
  power_states: 'States of the disk after a power cut',
  power_states_different: '… of them different from each other',
  power_calls: 'Calls that changed or flushed a file',
  power_acknowledged: 'Operations acknowledged under the trace',
  faults: 'Failed writes and flushes',
  refused: 'Operations that said no',
  done_all_the_same: 'Operations done all the same (what failed was not needed)',
  refused_and_there: 'Refused and yet there (the very last flush failed)',
  done_when_tried_again: 'Done at the second try',
  done_after_a_lock: 'Done after locking and opening again',
  untellable: 'Refused, and the disk could not be asked any more',
  falsely_done: 'Falsely said to be done',
  flips: 'Bits turned',
  flips_undetected: 'Damage that went unnoticed',
  truncations: 'Files cut short',
  crashes: 'Crashes',
  files_written: 'Files written to by any process of ours',
  bytes_written: 'Bytes handed to them',
  markers_planted: 'Words planted',
  markers_found: 'Words found in clear',
  disk_bytes_searched: 'Bytes of raw disk looked through (empty blocks left out)',
  sockets_opened: 'Sockets of the internet connected, bound or made for streams',
  datagram_sockets_asked_for: 'Datagram sockets Chromium asked for and sent nothing on',
  packets_sent: 'Packets that left',
  noise_files: 'Files that must look like noise',
  noise_blocks: 'Blocks of them looked at',
  noise_uneven: 'Blocks too uneven to be noise',
  noise_twice: 'Runs of 16 bytes that stand there twice',
  crashes_on_purpose: 'Crashes on purpose (SIGKILL, SIGABRT)',
  dumps_left: 'Dumps left by them',
  not_watched: 'Rounds that could not be watched on this machine',
  control_packets: 'Control: packets counted when one is sent',
  replays: 'Older pages or files put back',
  substitutions: 'Pages exchanged',
  rescuable_rows: 'Rows on whole pages of damaged vaults',
  rescues: 'Vaults rescued',
  rescued_rows: '… of them rescued',
  invented_rows: 'Rows rescued that never were',
  concurrent_starts: 'Programs opening one vault at the same moment',
  owners: '… of them that got it',
  ways_changes: 'Changes of ways in',
  ways_cuts: 'Writings of the keys cut off',
  ways_lost: 'People shut out who should get in',
  rollbacks: 'Records put back, cut or written anew',
  rollbacks_undetected: '… of them unnoticed',
  false_alarms: 'Honest records called tampered with',
  clock_jumps: 'Jumps of the clock',
  clock_disorders: 'Entries out of order after them',
  copies: 'Copies onto failing media',
  copies_refused: '… of them refused',
  copies_pulled: '… with the medium pulled out',
  copies_false: 'Copies called made that were not',
  upgrade_states: 'States of the disk during an update that was cut off',
  upgrade_states_different: '… of them different from each other',
  malformed: 'Foreign files read',
  malformed_read: '… of them readable',
  malformed_through_jobs: '… of them through a throw-away process',
  job_deaths: 'Throw-away processes that died of them',
  jobs_stopped_by_the_clock: 'Throw-away processes ended for taking too long',
  peak_rss_mb: 'Most memory one of them took, in MiB',
  calls: 'Calls through the door',
  calls_wrong: '… of them wrong in form',
  calls_accepted_wrong: 'Wrong calls that were accepted',
  calls_faults: 'Calls that ended in a fault',
  locks: 'Locks',
  locks_late: 'Locks that took too long',
  lock_ms_median: 'Milliseconds until the keys are gone (the highest median of a round)',
  lock_ms_p99: 'Milliseconds until the keys are gone (99 of 100)',
  typed_lost: 'Typed and not there after the lock',
  typed_lost_while_blocked: 'Typed while the vault was busy and not there after the lock',
  canaries_before_lock: 'Planted words in memory while open (they must be there)',
  canaries_after_lock: 'Planted words in memory after the lock',
  control_kills: 'Control: kills of the flawed twin',
  control_caught: 'Control: times the flaw was caught',
}

/** The words for a figure; one without words stands under its own name. */
export const wordsFor = (figure: string): string => words[figure] ?? `\`${figure}\``
