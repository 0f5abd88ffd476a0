<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en">
<context>
    <name>evenkeel</name>
    <message>
        <location filename="../../app/policy.py"/>
        <source>"never", "until_reflected" or a number of days from 1 to 36500</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/catalogue.py"/>
        <source>"{field}" of entry {place} does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/catalogue.py"/>
        <source>"{field}" of entry {place} is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/policy.py"/>
        <source>"{key}" is not known; there are {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/policy.py"/>
        <source>"{key}" must be {means}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/store.py"/>
        <source>"{name}" can't be the name of a model; give it one of letters, digits, dots and hyphens, such as vosk-model-small-en-us-0.15.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/content_file.py"/>
        <source>"{value}" is not one of {list}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <source>% of the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/idle.py"/>
        <source>&amp;Kind of call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/said/rows.py"/>
        <source>(corrected)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/form.py"/>
        <source>1 to {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/locking.py"/>
        <source>15 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/player_bar.py"/>
        <source>3 s before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/keeping.py"/>
        <source>30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/locking.py"/>
        <source>30 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/idle.py"/>
        <source>4 times as fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/locking.py"/>
        <source>5 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>5 seconds back or on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/policy.py"/>
        <source>5, 15, 30 or 60 (minutes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/keeping.py"/>
        <source>90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/catalogue.py"/>
        <source>A SHA-256 has 64 of the characters 0-9 and a-f; copy it whole from where you trust it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/models.py"/>
        <source>A Vosk model as its ZIP file, or its unpacked folder. It is checked before it is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/copies.py"/>
        <source>A backup file holds the journal and its key, closed by the passphrase of today. Put it where this computer's end would not be its end, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/copies.py"/>
        <source>A backup is made every day that something changed, and the newest seven are kept. They are encrypted as the journal is, and lie beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>A breath in, a second sip on top of it, and one long breath out. It takes the edge off quickly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>A brief overlap of {seconds} s in which nobody lost the floor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/lock_page.py"/>
        <source>A call can start without the passphrase. It is kept in the journal once you unlock it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/call_view.py"/>
        <location filename="../../app/ui/reflect/words.py"/>
        <source>A call elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/lock_page.py"/>
        <source>A call is being heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/closing.py"/>
        <source>A call is being heard. What should happen to it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/today/page.py"/>
        <source>A call is heard with
Microphone: {agent}
Customer's side: {customer}
Words: {recogniser}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/page.py"/>
        <source>A call is running. What is opened now waits, and is reviewed when the call is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/words.py"/>
        <source>A call of {time} broke off after {length}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/words.py"/>
        <source>A call of {time} on {day} broke off after {length}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/form.py"/>
        <source>A cause worth fixing in your own house</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/idle.py"/>
        <source>A complaint of three minutes runs through the same listening, as if it were your call. It needs no microphone. You see it at work, you do not hear it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>A follow-up is done, missed, moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/today/focus.py"/>
        <source>A hint asked for this in {calls}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/hints.py"/>
        <source>A hint that is off is neither shown nor counted from the next call on. What is measured stays the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/today/page.py"/>
        <source>A journal remembers your calls and what you think of them, encrypted on this computer and closed by a passphrase. Without one they are gone when Evenkeel closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_cards.py"/>
        <source>A larger disc: named more often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/cards.py"/>
        <source>A letter, then a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>A listener's sound of {seconds} s; the customer kept the floor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>A listener's sound of {seconds} s; you kept the floor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>A little more in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>A little more out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>A long hold and a longer way out. It slows things down; leave the hold out if it strains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/start.py"/>
        <source>A minute to look back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/language.py"/>
        <source>A model for {language} is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/details.py"/>
        <location filename="../../app/ui/review/mark_row.py"/>
        <source>A note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/new_journal.py"/>
        <source>A passphrase closes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/own_pattern.py"/>
        <source>A pattern of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/page.py"/>
        <source>A quiet note once a day on what is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/start.py"/>
        <source>A reflection is kept in your journal, encrypted on this computer, and no journal is open. Settings shows how to make or unlock one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/keys_help.py"/>
        <source>A single letter works wherever no text is being typed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/choosing.py"/>
        <source>A soft tone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/calm.py"/>
        <source>A soft tone with each breath</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/today/focus.py"/>
        <source>A starting point that helps in any call. Once you have {n} calls in two weeks ({so_far} so far), they decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/today/focus.py"/>
        <source>A starting point that helps in any call. Once you have {n} calls in two weeks, they decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/today/focus.py"/>
        <source>A starting point that helps in any call: in most of your calls only a part could be heard, so few hints could come. Settings has inputs for the customer's side, and recognisers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/thought.py"/>
        <source>A thought: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/about.py"/>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/details.py"/>
        <source>About this call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/list.py"/>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/editor.py"/>
        <source>Add a check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/list.py"/>
        <location filename="../../app/ui/reflect/promised.py"/>
        <source>Add a follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/own_pattern.py"/>
        <source>Add a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/list.py"/>
        <source>Added: “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <location filename="../../app/ui/history/written.py"/>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <source>After a call: {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends.py"/>
        <location filename="../../app/ui/today/page.py"/>
        <source>All calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/model_words.py"/>
        <source>All it needs is there. It came without checksums to compare its files with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/installed_models.py"/>
        <source>All it needs is there; it came without checksums to compare its files with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/filters.py"/>
        <source>All kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/hints.py"/>
        <source>All on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/form.py"/>
        <source>All reflections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/nothing.py"/>
        <source>All the words have to stand in one reflection or in one line of a call. Fewer or shorter words find more; what was said is found only while a call's transcript is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/queue.py"/>
        <source>All {n} are reviewed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/page.py"/>
        <source>All {n} recordings are reviewed; the page Review compares them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/items.py"/>
        <source>Alt and an arrow move it, Enter begins another one below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/queue.py"/>
        <source>Alt and the arrows up and down change the order, Enter reviews one next, Delete removes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/editor.py"/>
        <source>Alt and the arrows up and down move a check, Enter begins another one. Esc leads back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Alt+1 to Alt+3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Alt+Up, Alt+Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/export.py"/>
        <source>An export is for reading elsewhere: a page, tables and JSON. It is not encrypted, so whoever has the files can read what is in your journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/export.py"/>
        <source>An import takes in an export of Evenkeel. What is in the journal already stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/day_field.py"/>
        <source>Another day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/row.py"/>
        <source>Another day…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/workplace.py"/>
        <source>Another model is being installed or removed; wait until that is done, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/thought.py"/>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Another thought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/questions.py"/>
        <source>Answer it in the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/editor.py"/>
        <source>Any call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/phrases.py"/>
        <source>Any card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/filters.py"/>
        <source>Any mood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/filters.py"/>
        <source>Any source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/filters.py"/>
        <source>Any tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/filters.py"/>
        <source>Any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/keys_help.py"/>
        <source>Anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>Apr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>April</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>Arabic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/timeline.py"/>
        <source>As a table   {table_key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/said/said.py"/>
        <source>As heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/said/rows.py"/>
        <source>As heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/today/focus.py"/>
        <source>As suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/page.py"/>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <location filename="../../app/report/page.py"/>
        <source>At</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/passphrase.py"/>
        <source>At least 10 characters. A few words that only you would put together are easy to remember.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/transcript.py"/>
        <source>At {time}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>Aug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>August</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/inputs.py"/>
        <source>Automatic (what is played here)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/inputs.py"/>
        <source>Automatic (your system's choice)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/choices.py"/>
        <source>Automatic ({model})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/after.py"/>
        <location filename="../../app/ui/calm/own_pattern.py"/>
        <location filename="../../app/ui/first_start/first_start.py"/>
        <location filename="../../app/ui/history/call_view.py"/>
        <location filename="../../app/ui/manual/window.py"/>
        <location filename="../../app/ui/review/comparison.py"/>
        <location filename="../../app/ui/review/look.py"/>
        <location filename="../../app/ui/review/page.py"/>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/player_bar.py"/>
        <source>Back 5 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/transcript.py"/>
        <source>Back to now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/call_view.py"/>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/said/played_text.py"/>
        <source>Back to what is playing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/words.py"/>
        <source>Backup of a journal (*.evenkeel)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/copies.py"/>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/calls.py"/>
        <source>Band: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>Bands are editable conventions for a kind of call, not science.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <location filename="../../app/ui/history/written.py"/>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/choosing.py"/>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/phrase_row.py"/>
        <source>Better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <location filename="../../app/report/paper.py"/>
        <location filename="../../app/ui/history/written.py"/>
        <location filename="../../app/ui/review/opening.py"/>
        <source>Better phrases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/phrase_row.py"/>
        <source>Better: {better}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/opening.py"/>
        <source>Beyond what chance alone would give, that is a kappa of {kappa:.2f}, where 1 is all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/table.py"/>
        <source>Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/words.py"/>
        <source>Both are speaking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/passphrase.py"/>
        <source>Both are the same, and long enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>Both began at the same moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>Both began within {seconds} s of each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>Both channels carry the same sound, so the two sides can't be told apart; talk share counts both voices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>Both channels carry the same sound, so the two voices can't be told apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>Both kept speaking for {seconds} s; the customer began second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>Both kept speaking for {seconds} s; you began second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/chart.py"/>
        <source>Both speakers from {start} to {end}; the table below holds the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <source>Both spoke at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <source>Both spoke for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>Box breathing, 4-4-4-4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>Breath {number} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/apart.py"/>
        <location filename="../../app/ui/calm/offering.py"/>
        <location filename="../../app/ui/tray.py"/>
        <source>Breathe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>Breathe as it comes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/own_pattern.py"/>
        <location filename="../../app/ui/calm/words.py"/>
        <source>Breathe in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Breathe or skip it, where it is offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/own_pattern.py"/>
        <location filename="../../app/ui/calm/words.py"/>
        <source>Breathe out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Breathe, in a small window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/breathing_view.py"/>
        <source>Breathing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/calm.py"/>
        <source>Breathing pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>Breton</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/moments.py"/>
        <source>By time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/comparison.py"/>
        <source>By {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <location filename="../../app/ui/history/words.py"/>
        <location filename="../../app/ui/shortcuts.py"/>
        <location filename="../../app/ui/today/calls.py"/>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>Call of {day}, {time:%H:%M}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/page.py"/>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <location filename="../../app/ui/journal/erasing.py"/>
        <location filename="../../app/ui/settings/calls.py"/>
        <location filename="../../app/ui/settings/keeping.py"/>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/calls_list.py"/>
        <source>Calls and reflections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/nothing.py"/>
        <source>Calls and reflections are listed here once there is a journal to keep them in. Make one on Today ({today}); it is encrypted, and stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/today/page.py"/>
        <source>Calls are not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/opening.py"/>
        <source>Calls to look at again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Calls, follow-ups, trends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/choosing.py"/>
        <location filename="../../app/ui/settings/calm.py"/>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Calm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/written.py"/>
        <source>Calm after it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/editor.py"/>
        <location filename="../../app/ui/pieces/dialog.py"/>
        <location filename="../../app/ui/review/queue.py"/>
        <location filename="../../app/ui/settings/store_work.py"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Cancel the review that runs, or back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/queue.py"/>
        <source>Cancel this review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/store_work.py"/>
        <source>Cancel. {doing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/rephrase.py"/>
        <source>Card that fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/phrases.py"/>
        <source>Card they belong to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/glance.py"/>
        <location filename="../../app/ui/call/running.py"/>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>Catalan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/today/page.py"/>
        <source>Change in Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/locking.py"/>
        <source>Change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/locking.py"/>
        <source>Change passphrase …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/locking.py"/>
        <source>Change the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/list.py"/>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/phrases.py"/>
        <source>Changed: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/page.py"/>
        <source>Changes of sound, words and coaching hold from the next call on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/locking.py"/>
        <source>Changing the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/journal.py"/>
        <source>Check now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>Check that neither side is muted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>Check that the recording holds the call, and that neither side was muted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/items.py"/>
        <source>Check {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/journal.py"/>
        <source>Checked: every page of the journal's file is as it was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/journal.py"/>
        <source>Checking every page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/restoring.py"/>
        <source>Checking the backup and putting it in place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/editor.py"/>
        <location filename="../../app/ui/prepare/form.py"/>
        <source>Checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/editor.py"/>
        <source>Checklist to edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/page.py"/>
        <source>Checklists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/editor.py"/>
        <source>Checklists (*.toml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/page.py"/>
        <source>Checklists are edited, ordered and made on the page where they are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/form.py"/>
        <source>Checklists of your own are kept in your journal. Make or unlock one in Settings, and you can edit them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/checks.py"/>
        <location filename="../../app/ui/prepare/items.py"/>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Choose a mood; 0 for none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/exporting.py"/>
        <source>Choose a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>Choose a recogniser the next time to have them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>Choose an input for the customer's side in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>Choose an input for the customer's side that your own voice does not reach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/rephrase.py"/>
        <source>Choose something you said in the call, press R, and write how you would say it now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/erasing.py"/>
        <source>Choose the call. Its numbers, words, marks, reflections and promises go at once, from the journal and from its daily backups. Backup files and exports elsewhere still have it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/calls_tab.py"/>
        <location filename="../../app/ui/history/nothing.py"/>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/cards.py"/>
        <location filename="../../app/ui/calm/apart.py"/>
        <location filename="../../app/ui/journal/erasing.py"/>
        <location filename="../../app/ui/keys_help.py"/>
        <location filename="../../app/ui/pieces/notice.py"/>
        <location filename="../../app/ui/settings/locking.py"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/cards.py"/>
        <source>Close the cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/pieces/notice.py"/>
        <source>Close this note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <source>Closed questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Closer, farther, the whole call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/queue.py"/>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/queue.py"/>
        <source>Compare all that were opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/comparison.py"/>
        <source>Compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>Comparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/installed_models.py"/>
        <location filename="../../app/ui/settings/model_words.py"/>
        <source>Comparing the files of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/comparison.py"/>
        <source>Comparison of the recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/manual/window.py"/>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/first_start.py"/>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/phrases.py"/>
        <location filename="../../app/ui/settings/installed_models.py"/>
        <location filename="../../app/ui/settings/offered_models.py"/>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/phrases.py"/>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/offered_models.py"/>
        <source>Copy the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/offered_models.py"/>
        <source>Copy the address of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/installed_models.py"/>
        <source>Copy the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/phrases.py"/>
        <source>Copy: {better}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/said/said.py"/>
        <source>Correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Correct the line that is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/said/text.py"/>
        <source>Correct this line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <source>Corrected by you. Heard as: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/said/rows.py"/>
        <source>Corrected. Heard as: {heard}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Ctrl+PgDown, Ctrl+PgUp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <location filename="../../app/report/reading.py"/>
        <location filename="../../app/ui/review/figures.py"/>
        <source>Customer cut in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/words.py"/>
        <source>Customer is speaking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/idle.py"/>
        <location filename="../../app/ui/first_start/steps.py"/>
        <location filename="../../app/ui/settings/inputs.py"/>
        <location filename="../../app/ui/settings/sound.py"/>
        <source>Customer's side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/paper.py"/>
        <location filename="../../app/ui/call/running.py"/>
        <location filename="../../app/ui/call/summary.py"/>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <location filename="../../app/ui/review/numbers.py"/>
        <source>Cut-ins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/beside.py"/>
        <source>Cut-ins come first. Your own word counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/summary.py"/>
        <source>Cut-ins come first. Your own word counts: choose another label where you see it otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/moments.py"/>
        <source>Cut-ins first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/calls_line.py"/>
        <source>Cut-ins you / customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/glance.py"/>
        <source>Cut-ins: you {you}, customer {customer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>Czech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/copies.py"/>
        <source>Daily backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/model_words.py"/>
        <source>Damaged: {file} is missing, empty or not readable. Install the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/page.py"/>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/about.py"/>
        <source>Data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>Dec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>December</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/rows.py"/>
        <source>Default: {usual}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/row.py"/>
        <location filename="../../app/ui/history/call_view.py"/>
        <location filename="../../app/ui/prepare/items.py"/>
        <location filename="../../app/ui/reflect/form.py"/>
        <location filename="../../app/ui/review/phrases.py"/>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Delete a call or a reflection from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/editor.py"/>
        <source>Delete checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/call_view.py"/>
        <source>Delete this call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/own_pattern.py"/>
        <source>Delete this pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/call_view.py"/>
        <source>Delete this reflection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/items.py"/>
        <source>Delete: check {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/phrases.py"/>
        <source>Deleted: {better}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/list.py"/>
        <source>Deleted: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/call_view.py"/>
        <source>Deleting puts a call out of sight, and can be undone. Erasing takes it out of the journal and its backups at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/looking.py"/>
        <source>Don't keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/summary.py"/>
        <location filename="../../app/ui/follow_ups/list.py"/>
        <location filename="../../app/ui/follow_ups/row.py"/>
        <location filename="../../app/ui/prepare/editor.py"/>
        <location filename="../../app/ui/reflect/form.py"/>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>Download from there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/offered_models.py"/>
        <source>Download now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>Download {name} ({size}) from {address}? Nothing else is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>Download {name} from {address}? Nothing else is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/offered_models.py"/>
        <source>Download {name}? Evenkeel fetches {size} from {address}. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/offered_models.py"/>
        <source>Download …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>Downloading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/model_words.py"/>
        <location filename="../../app/ui/settings/offered_models.py"/>
        <source>Downloading {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/download.py"/>
        <source>Downloads are switched off by your organisation; install the model from a ZIP file or folder, or ask your administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/opening.py"/>
        <source>Drop recordings here, or open them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/arriving.py"/>
        <source>Drop {name} to review it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/review/arriving.py"/>
        <source>Drop {n} files to review them</source>
        <extracomment>For one: Drop {n} file to review it</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <location filename="../../app/ui/today/page.py"/>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/words.py"/>
        <source>Due {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/editor.py"/>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>Dutch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends.py"/>
        <source>Each point is the middle value of a week's calls, set against your own weeks only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>Each step takes between {least} and {most} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/row.py"/>
        <location filename="../../app/ui/history/call_view.py"/>
        <location filename="../../app/ui/review/phrase_row.py"/>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/editor.py"/>
        <location filename="../../app/ui/prepare/form.py"/>
        <source>Edit checklists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/page.py"/>
        <source>Edit checklists in Prepare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/choosing.py"/>
        <source>Edit pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/call_view.py"/>
        <source>Edit this reflection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/call_view.py"/>
        <source>Edit your reflection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/words.py"/>
        <source>Eight follow-ups are due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/calls_tab.py"/>
        <source>Empty the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/glance.py"/>
        <location filename="../../app/ui/calm/breathing_view.py"/>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/running.py"/>
        <location filename="../../app/ui/journal/lock_page.py"/>
        <location filename="../../app/ui/top_bar.py"/>
        <source>End call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>End the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/closing.py"/>
        <source>End the call and quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>End, or back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/words.py"/>
        <source>Ending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/words.py"/>
        <source>Ending the call. The last words are being written down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/language.py"/>
        <source>English is understood at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/choices.py"/>
        <source>English, Moonshine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/choosing.py"/>
        <location filename="../../app/ui/first_start/first_start.py"/>
        <location filename="../../app/ui/prepare/form.py"/>
        <location filename="../../app/ui/review/said/said.py"/>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/said/line_editor.py"/>
        <source>Enter keeps it, Esc leaves it as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/today/calls.py"/>
        <source>Enter opens it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/today/calls.py"/>
        <source>Enter opens it. R looks back on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/calls_list.py"/>
        <source>Enter opens one, Delete removes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/opening.py"/>
        <source>Enter opens the call the arrows are on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/comparison.py"/>
        <source>Enter opens the recording of the row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/journal.py"/>
        <source>Erase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/erasing.py"/>
        <source>Erase everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/journal.py"/>
        <source>Erase everything …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/call_view.py"/>
        <source>Erase for good …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/erasing.py"/>
        <source>Erase one call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/journal.py"/>
        <source>Erase one call …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/call_view.py"/>
        <location filename="../../app/ui/journal/erasing.py"/>
        <source>Erase this call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/erasing.py"/>
        <source>Erasing everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/journal.py"/>
        <source>Erasing is at once and for good, unlike deleting, which can be taken back for a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/erasing.py"/>
        <source>Erasing the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Esc, Alt+Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>Esperanto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <source>Evenkeel call review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/comparison.py"/>
        <source>Evenkeel comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/single_instance.py"/>
        <source>Evenkeel is already running but does not answer; end it in the system's task list and start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/single_instance.py"/>
        <source>Evenkeel is already running without the seal, or does not answer; quit it, then start it sealed again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/lock_page.py"/>
        <source>Evenkeel is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/organisation.py"/>
        <source>Evenkeel is sealed against the network at every start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/seal.py"/>
        <source>Evenkeel is sealed against the network, so nothing can be downloaded; install the model from a file or folder, or start once without the seal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/about.py"/>
        <source>Evenkeel is under the MIT licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <source>Evenkeel journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/opening.py"/>
        <source>Evenkeel labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/today/page.py"/>
        <source>Evenkeel listens on this computer only, shows how the talking is shared, and gives one quiet hint at a time. Afterwards it helps you to let go of the call, and to look back on it for a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/idle.py"/>
        <source>Evenkeel listens to both sides of the call and shows how the talking is shared. All of it happens on this computer: the sound is not kept, and nothing leaves the machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/about.py"/>
        <source>Evenkeel {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/hud.py"/>
        <source>Evenkeel, the call at a glance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/tray.py"/>
        <source>Evenkeel: listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/tray.py"/>
        <source>Evenkeel: needs a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/tray.py"/>
        <source>Evenkeel: no call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/tray.py"/>
        <source>Evenkeel: paused, nothing is heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/word_lists.py"/>
        <source>Every call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/erasing.py"/>
        <source>Every call, reflection, promise and checklist, and every backup in the journal's folder. The key goes first, so that nothing of it can be read again. Settings stay. Backup files and exports that you put elsewhere stay, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/installed_models.py"/>
        <source>Every file is as it was installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/session/recognition.py"/>
        <source>Everything else is measured as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/export.py"/>
        <source>Everything in this export is in the journal already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/editor.py"/>
        <source>Export all …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/export.py"/>
        <source>Export and import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/comparison.py"/>
        <source>Export as CSV …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/editor.py"/>
        <source>Export checklists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/export.py"/>
        <source>Export into a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/export.py"/>
        <source>Export of Evenkeel (evenkeel.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/comparison.py"/>
        <source>Export the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/opening.py"/>
        <source>Export the labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/calls_tab.py"/>
        <source>Export these …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/editor.py"/>
        <source>Export this one …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Export what is listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/opening.py"/>
        <source>Export your labels and the measured ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/exporting.py"/>
        <source>Export {named}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/opening.py"/>
        <location filename="../../app/ui/settings/export.py"/>
        <source>Export …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/export.py"/>
        <source>Exported as {files} into {folder}. They are not encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/exporting.py"/>
        <source>Exported as {made}. It is not encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/opening.py"/>
        <source>Exported as {path}. It is not encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/editor.py"/>
        <source>Exported to {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/exporting.py"/>
        <location filename="../../app/ui/settings/export.py"/>
        <source>Exporting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>Feb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>February</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/questions.py"/>
        <source>Fewer questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>Filipino</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_cards.py"/>
        <source>Filled discs: after. Hollow ones: before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <source>Fillers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>Fillers and questions are known in English only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/offered_models.py"/>
        <source>Filter by language or name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/cards.py"/>
        <source>Find a technique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/looking.py"/>
        <source>Find the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/looking.py"/>
        <source>Find the recording …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/model_words.py"/>
        <source>Fine beside a call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/form.py"/>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/desk.py"/>
        <source>Finish it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Finish the reflection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/page.py"/>
        <source>Finished, and kept in your journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/form.py"/>
        <source>Finishing lets what was said in this call go, as Settings has it. The numbers and your own words stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/top_bar.py"/>
        <source>Finishing the last words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/page.py"/>
        <source>First start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/words.py"/>
        <source>Five follow-ups are due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/today/focus.py"/>
        <source>Focus of this week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <location filename="../../app/ui/history/page.py"/>
        <location filename="../../app/ui/settings/page.py"/>
        <source>Follow-ups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/list.py"/>
        <source>Follow-ups are kept in your journal, and it is not open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/keeping.py"/>
        <source>For good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/manual/window.py"/>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>Four equal sides. It steadies, and leaves the head clear for the next call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/words.py"/>
        <source>Four follow-ups are due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>Fri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>Friday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <location filename="../../app/ui/history/filters.py"/>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/models.py"/>
        <source>From a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>From now on {name} is compared with its files of now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/filters.py"/>
        <source>From this day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/filters.py"/>
        <source>From … to …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/timeline.py"/>
        <source>Further away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/transcript.py"/>
        <source>Gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <source>Gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>Georgian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>Give it a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/locking.py"/>
        <source>Giving the key to the keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/copies.py"/>
        <source>Go back to this one …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/restoring.py"/>
        <source>Go back to {backup}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/breathing_view.py"/>
        <location filename="../../app/ui/journal/lock_page.py"/>
        <location filename="../../app/ui/review/player_bar.py"/>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/closing.py"/>
        <source>Go on listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/store_work.py"/>
        <source>Go on there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/offered_models.py"/>
        <source>Go on with the download …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Go to Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Go to Calm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Go to History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Go to Prepare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Go to Reflect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Go to Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Go to Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Go to Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/editor.py"/>
        <source>Goes with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/today/focus.py"/>
        <source>Good in any call: in {n} calls over two weeks no hint came often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>Greek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>Gujarati</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>Have the two sides recorded on two channels and not mixed into one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/steps.py"/>
        <source>Headset or loudspeaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/said/writing.py"/>
        <source>Heard as: {heard}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/techniques.py"/>
        <source>Heard at {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/promised.py"/>
        <source>Heard at {moment}: “{evidence}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/prepared.py"/>
        <source>Heard at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/hands.py"/>
        <source>Heated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <source>Heated stretches, in which the customer seemed upset: {stretches}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/passphrase.py"/>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/list.py"/>
        <source>Hide what is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>Hindi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/table.py"/>
        <source>Hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/hint.py"/>
        <location filename="../../app/ui/settings/hints.py"/>
        <source>Hints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/summary.py"/>
        <source>Hints of this call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap.py"/>
        <source>Hints that rest on words, fillers and questions are known in English only, so in {language} only hints that rest on timing are given; everything else is measured and written down as usual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <location filename="../../app/report/paper.py"/>
        <source>Hints worth keeping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/page.py"/>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/own_pattern.py"/>
        <location filename="../../app/ui/calm/words.py"/>
        <source>Hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <source>Hot button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_cards.py"/>
        <source>Hot buttons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends.py"/>
        <source>How far back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/language.py"/>
        <source>How far the speech model is, and what came of it, is shown in Settings, Speech models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/steps.py"/>
        <source>How it is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/choosing.py"/>
        <location filename="../../app/ui/review/timeline/table.py"/>
        <source>How long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/keeping.py"/>
        <source>How long the journal keeps what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/choosing.py"/>
        <source>How to breathe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/rephrase.py"/>
        <source>How would you say it now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/phrase_row.py"/>
        <source>How you would say it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/opening.py"/>
        <source>How you would say it now: all that you wrote, to be searched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/lock_page.py"/>
        <source>I have forgotten the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/locking.py"/>
        <source>Idle is no key and no mouse in Evenkeel. Not in a call; after one the time begins anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/summary.py"/>
        <source>If there was a call, check the microphone and the customer's side in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/after.py"/>
        <source>If you like, look back on the call while it is fresh: a minute is enough. Or leave it for later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/export.py"/>
        <source>Import an export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/editor.py"/>
        <source>Import checklists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/editor.py"/>
        <location filename="../../app/ui/settings/export.py"/>
        <source>Import …</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/report/paper.py"/>
        <source>In Evenkeel: {n} more promises.</source>
        <extracomment>For one: In Evenkeel: {n} more promise.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/keys_help.py"/>
        <source>In a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/lock_page.py"/>
        <source>In a hurry?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>In for four, out for six, three times. Half a minute, and enough for most calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/idle.py"/>
        <source>In real time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/paper.py"/>
        <source>In the HTML page of this call: {parts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/model_words.py"/>
        <source>In the folder that your organisation has set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/day_field.py"/>
        <location filename="../../app/ui/follow_ups/row.py"/>
        <source>In three days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/installed_models.py"/>
        <source>Install a speech model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/installed_models.py"/>
        <source>Install from a file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/installed_models.py"/>
        <source>Install from a folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/offered_models.py"/>
        <source>Installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>Installed:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/installed_models.py"/>
        <source>Installing {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/words.py"/>
        <source>It comes once they speak; if they are speaking now, choose another input for the customer's side in Settings. That holds from the next call on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/calls.py"/>
        <source>It comes while the window is out of sight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/lock_page.py"/>
        <source>It goes on, and is kept in the journal once you unlock it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/lock_page.py"/>
        <source>It goes on, and is written into your journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/erasing.py"/>
        <source>It is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/erasing.py"/>
        <source>It is gone. This receipt is kept as {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/overlap_row.py"/>
        <source>It is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/model_words.py"/>
        <source>It keeps up, with little to spare: text may lag while other programs are busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/language.py"/>
        <source>It listens with you while you talk to customers, shows how the talking is shared, and gives one quiet hint at a time. All of it happens on this computer. Nothing is sent anywhere, and no sound is ever kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>It needs at least one breath in and one breath out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>Italian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/model_words.py"/>
        <source>Its checksum is known and is compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/model_words.py"/>
        <source>Its checksum is not known; those of its files are noted when it is installed, and compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/page.py"/>
        <source>Its cost here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/lock_page.py"/>
        <source>Its file in {folder} is damaged, and is left as it is. The newest good backup is of {backup}. If you use it, the damaged file is put aside; nothing is thrown away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>Its name is too long: {n} letters are the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/erasing.py"/>
        <source>Its numbers, words, marks, reflections and promises go at once, from the journal and from its daily backups, and can't be brought back. Backup files and exports elsewhere still have it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/language.py"/>
        <source>Its speech model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>Jan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>January</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>Japanese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/page.py"/>
        <source>Jargon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/word_lists.py"/>
        <source>Jargon of which calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/word_lists.py"/>
        <source>Jargon, a word and its plain word a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <location filename="../../app/ui/settings/journal.py"/>
        <source>Journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/about.py"/>
        <source>Journal, settings and models of yours. Nothing of it is sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>Jul</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>July</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>Jun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>June</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>Kazakh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/rephrase.py"/>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/own_pattern.py"/>
        <location filename="../../app/ui/review/looking.py"/>
        <location filename="../../app/ui/settings/installed_models.py"/>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/form.py"/>
        <source>Keep it anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/form.py"/>
        <source>Keep it without the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <location filename="../../app/ui/history/written.py"/>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/looking.py"/>
        <source>Kept in your journal; {how_long}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/keeping.py"/>
        <source>Kept in your journal; {what_was_said}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/written.py"/>
        <source>Kept on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/keeping.py"/>
        <source>Kept or missed promises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <source>Kept promises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/rephrase.py"/>
        <source>Kept with your reflection. There may be another way to say it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/words.py"/>
        <source>Kept {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/words.py"/>
        <source>Kept {number} of the last {all}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/new_journal.py"/>
        <source>Kept: the numbers, hints and marks of each call; your reflections and promises; and what was said, until you have reflected on the call. Settings can change that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <source>Key figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/opening.py"/>
        <source>Key: Ctrl+O</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/summary.py"/>
        <location filename="../../app/ui/calm/after.py"/>
        <location filename="../../app/ui/calm/breathing_view.py"/>
        <location filename="../../app/ui/calm/choosing.py"/>
        <location filename="../../app/ui/calm/thought.py"/>
        <location filename="../../app/ui/follow_ups/row.py"/>
        <location filename="../../app/ui/history/call_view.py"/>
        <location filename="../../app/ui/history/calls_tab.py"/>
        <location filename="../../app/ui/pieces/offer.py"/>
        <location filename="../../app/ui/pieces/parts.py"/>
        <location filename="../../app/ui/review/player_bar.py"/>
        <location filename="../../app/ui/top_bar.py"/>
        <source>Key: {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/checks.py"/>
        <source>Key: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/locking.py"/>
        <source>Keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/keys_help.py"/>
        <location filename="../../app/ui/settings/page.py"/>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/player_bar.py"/>
        <source>Keys: comma slower, full stop faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <location filename="../../app/ui/history/details.py"/>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/idle.py"/>
        <location filename="../../app/ui/history/details.py"/>
        <location filename="../../app/ui/history/filters.py"/>
        <location filename="../../app/ui/history/trends.py"/>
        <location filename="../../app/ui/prepare/form.py"/>
        <location filename="../../app/ui/review/opening.py"/>
        <location filename="../../app/ui/settings/choices.py"/>
        <source>Kind of call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/editor.py"/>
        <source>Kind of call it goes with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>Korean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>Kyrgyz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/table.py"/>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/looking.py"/>
        <source>Labels, marks, corrections and better phrases last only while this call is shown, as no journal is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/page.py"/>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/choices.py"/>
        <source>Language and model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/offered_models.py"/>
        <source>Language or name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/choices.py"/>
        <source>Language you speak in calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/today/calls.py"/>
        <location filename="../../app/ui/today/page.py"/>
        <source>Last calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/filters.py"/>
        <source>Last month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/filters.py"/>
        <source>Last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/start.py"/>
        <source>Last: {about}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/pieces/offer.py"/>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Leave it for later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/cards.py"/>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/player_bar.py"/>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Left, Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/chart.py"/>
        <source>Legend of the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <location filename="../../app/ui/review/figures.py"/>
        <location filename="../../app/ui/settings/calm.py"/>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/model_words.py"/>
        <source>Licence: {licence}. {checksum}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/about.py"/>
        <source>Licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/page.py"/>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/page.py"/>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/prepared.py"/>
        <location filename="../../app/ui/prepare/form.py"/>
        <source>Likely hot button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/prepared.py"/>
        <location filename="../../app/ui/prepare/form.py"/>
        <source>Likely hurdle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/said/rows.py"/>
        <source>Line at {moment}, {who}. {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/own_words.py"/>
        <source>Line {number} is not kept: {fault}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/sound.py"/>
        <source>Listen and show the levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/idle.py"/>
        <source>Listen to a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/top_bar.py"/>
        <source>Listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/words.py"/>
        <source>Live calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/hints.py"/>
        <source>Live hints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/top_bar.py"/>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/locking.py"/>
        <source>Lock and passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/locking.py"/>
        <source>Lock now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <location filename="../../app/ui/top_bar.py"/>
        <source>Lock the journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/locking.py"/>
        <source>Lock when idle for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/passphrase.py"/>
        <source>Long enough. Type it once more below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <source>Longest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <source>Longest monologue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <location filename="../../app/ui/call/summary.py"/>
        <location filename="../../app/ui/review/figures.py"/>
        <location filename="../../app/ui/review/numbers.py"/>
        <source>Longest stretch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/page.py"/>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/summary.py"/>
        <source>Look at it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/phrases.py"/>
        <source>Look at the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Look at the call that is shown again, on the page Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/phrases.py"/>
        <source>Look at the call: {call}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/sound.py"/>
        <source>Look for devices again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/erasing.py"/>
        <source>Looking for calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/sound.py"/>
        <source>Looking for devices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/keeping.py"/>
        <source>Looking what has had its time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/language.py"/>
        <location filename="../../app/ui/settings/installed_models.py"/>
        <source>Looking what is here …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/offered_models.py"/>
        <source>Looking what is offered …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/scale.py"/>
        <source>Loudness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <source>Made on this computer; nothing of the call left it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/copies.py"/>
        <source>Make a backup file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/copies.py"/>
        <source>Make a backup file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/journal.py"/>
        <location filename="../../app/ui/today/page.py"/>
        <source>Make a journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/new_journal.py"/>
        <source>Make the journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/calm.py"/>
        <source>Make your own in Calm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/new_journal.py"/>
        <source>Making the journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/keys_help.py"/>
        <location filename="../../app/ui/manual/window.py"/>
        <location filename="../../app/ui/settings/about.py"/>
        <source>Manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>Mar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>March</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/glance.py"/>
        <location filename="../../app/ui/call/running.py"/>
        <location filename="../../app/ui/call/transcript.py"/>
        <location filename="../../app/ui/review/timeline/table.py"/>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/look.py"/>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Mark this moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/filters.py"/>
        <source>Marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <location filename="../../app/report/paper.py"/>
        <source>Marked moments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>May</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/steps.py"/>
        <source>May you listen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <location filename="../../app/ui/settings/measured_cost.py"/>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/measured_cost.py"/>
        <source>Measure again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/measured_cost.py"/>
        <source>Measure the cost on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/overlaps.py"/>
        <source>Measured as: {overlap}. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/relabel.py"/>
        <source>Measured so, and you agree: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/steps.py"/>
        <source>Measured: both sides carry the same sound, so they can't be told apart. Choose another input for one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/steps.py"/>
        <source>Measured: your microphone does not hear what plays. That is the best there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/steps.py"/>
        <source>Measured: your microphone hears what plays, {how_loud}. Evenkeel takes it out of your side; a headset measures more exactly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/overlap_row.py"/>
        <source>Measured: {measured}. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/measured_cost.py"/>
        <source>Measuring with ten seconds of talk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>Measuring {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/steps.py"/>
        <location filename="../../app/ui/settings/inputs.py"/>
        <location filename="../../app/ui/settings/sound.py"/>
        <source>Microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/row.py"/>
        <location filename="../../app/ui/history/written.py"/>
        <source>Missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/written.py"/>
        <source>Missed on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/words.py"/>
        <source>Missed, noted {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/model_inventory.py"/>
        <source>Models come from a file or a folder here, or from your administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/models.py"/>
        <source>Models folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/offered_models.py"/>
        <source>Models to download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/look.py"/>
        <location filename="../../app/ui/review/moments.py"/>
        <source>Moments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/details.py"/>
        <location filename="../../app/ui/review/moments.py"/>
        <source>Moments you marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Moments, rephrase, numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>Mon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>Monday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/paper.py"/>
        <source>Mood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <location filename="../../app/ui/history/calls_line.py"/>
        <location filename="../../app/ui/history/filters.py"/>
        <location filename="../../app/ui/reflect/form.py"/>
        <source>Mood after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/form.py"/>
        <source>Mood before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <source>Mood before and after a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/words.py"/>
        <source>Mood {before} to {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/words.py"/>
        <source>Mood {mood}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/pieces/moods.py"/>
        <source>Mood {mood} of {n}, from hard to light. Key: {mood}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/moonshine.py"/>
        <source>Moonshine can't use the speech model {name}; install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/model_words.py"/>
        <source>Moonshine, built in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/questions.py"/>
        <source>More questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/page.py"/>
        <source>Motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/row.py"/>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Move a check while editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Move a recording that waits; Delete removes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/items.py"/>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/items.py"/>
        <source>Move down: check {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Move the small display by arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/items.py"/>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/items.py"/>
        <source>Move up: check {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/list.py"/>
        <source>Moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/page.py"/>
        <source>Moving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/prepared.py"/>
        <source>My answer to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/form.py"/>
        <source>My answer to the hurdle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/editor.py"/>
        <source>My checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/own_pattern.py"/>
        <location filename="../../app/ui/history/details.py"/>
        <location filename="../../app/ui/prepare/editor.py"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/editor.py"/>
        <source>Name of the checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/own_pattern.py"/>
        <source>Name of the pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <source>Named most: {name}, in {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/timeline.py"/>
        <source>Nearer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/page.py"/>
        <source>Negative words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/word_lists.py"/>
        <source>Negative words, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/keeping.py"/>
        <location filename="../../app/ui/settings/locking.py"/>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/page.py"/>
        <source>Never in a call, never with a sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/new_journal.py"/>
        <source>Never kept: sound, and card numbers and security codes that were read out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/editor.py"/>
        <source>New checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/today/page.py"/>
        <source>New here? Begin with the sample call: it shows everything at work in three minutes, and needs no microphone and no customer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/locking.py"/>
        <source>New passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/choosing.py"/>
        <source>New pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Next overlap or mark, the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Next section, section before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <location filename="../../app/report/words.py"/>
        <source>Next time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/day_field.py"/>
        <location filename="../../app/ui/follow_ups/row.py"/>
        <source>Next week, Monday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/words.py"/>
        <source>Nine follow-ups are due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/opening.py"/>
        <source>No calls are in your journal yet. A recording that is reviewed here is kept in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/rephrase.py"/>
        <source>No card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/cards.py"/>
        <source>No card has that. Backspace widens the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/day_field.py"/>
        <location filename="../../app/ui/follow_ups/words.py"/>
        <source>No day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/sound.py"/>
        <source>No input was found. Plug in a headset or microphone, then look again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/steps.py"/>
        <source>No microphone was found. Plug in a headset and choose it later in Settings; practising works without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/offered_models.py"/>
        <source>No model is called that. Try a language, such as German.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>No model is installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/moments.py"/>
        <source>No moment is marked. M marks where the playing is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>No official SHA-256 of it is known; from now on it is compared with what came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/pieces/printing.py"/>
        <source>No printer is set up on this computer. Save the page as a PDF and print it where there is one, or set one up in the system's settings and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/trouble.py"/>
        <source>No report could be written to {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>No sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/models.py"/>
        <source>No speech model for {language} is installed, so only the timing is measured; install one in Settings, or with: {command} models install.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/organisation.py"/>
        <source>No speech model is downloaded. Models come from a file or a folder, or with Evenkeel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/installed_models.py"/>
        <source>No speech model is installed, so calls are measured by their timing alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <source>No speech was heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/said/rows.py"/>
        <source>No words were made out in this call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/choices.py"/>
        <source>No words, only the timing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/models.py"/>
        <source>No {language} Vosk model is installed: {there}; install one, or choose one with --model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/passphrase.py"/>
        <source>Nobody can open the journal without it: not the makers of Evenkeel, not your employer. If it is forgotten, what is in the journal is lost. Write it down, and keep it with your papers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/erasing.py"/>
        <source>Nobody can open this journal without its passphrase, and there is no other way in. Look where you keep papers first. If it stays lost, you can erase the journal and begin a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/words.py"/>
        <source>Nobody is speaking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/hands.py"/>
        <source>Nobody spoke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/moments.py"/>
        <source>Nobody spoke into the other's speech.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/summary.py"/>
        <source>Nobody was heard speaking, so there is nothing to measure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>Nobody was heard speaking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/phrases.py"/>
        <source>None of your better phrases belongs to this card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/phrases.py"/>
        <source>None of your better phrases has these words. Fewer letters find more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_cards.py"/>
        <source>None was named in a reflection of these weeks. Reflect has a field for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/form.py"/>
        <source>None, or type your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/start.py"/>
        <source>Not finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/written.py"/>
        <source>Not finished yet. Go on with it whenever you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/choices.py"/>
        <source>Not heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/inputs.py"/>
        <source>Not heard, only my side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/keeping.py"/>
        <source>Not kept so far, as your journal is locked. Unlock it, and this call is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/keeping.py"/>
        <source>Not kept, as there is no journal yet. Make one in Settings, and this call is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/keeping.py"/>
        <source>Not kept, because of a fault in Evenkeel; a report of the fault is on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/level_meter.py"/>
        <location filename="../../app/ui/settings/sound.py"/>
        <source>Not listening.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <location filename="../../app/report/paper.py"/>
        <location filename="../../app/ui/call/summary.py"/>
        <source>Not measurable, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/offering.py"/>
        <location filename="../../app/ui/journal/desk.py"/>
        <location filename="../../app/ui/journal/lock_page.py"/>
        <location filename="../../app/ui/journal/new_journal.py"/>
        <location filename="../../app/ui/settings/offered_models.py"/>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/new_journal.py"/>
        <source>Not now is fine, too: calls are then not kept, and a journal can be made later, in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <location filename="../../app/ui/reflect/form.py"/>
        <location filename="../../app/ui/review/timeline/table.py"/>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/details.py"/>
        <location filename="../../app/ui/review/mark_row.py"/>
        <source>Note to {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/list.py"/>
        <source>Noted as missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/nothing.py"/>
        <source>Nothing fits all of these filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/calls_tab.py"/>
        <location filename="../../app/ui/history/nothing.py"/>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>Nothing has been heard from the customer's side so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/keeping.py"/>
        <source>Nothing has had its time; there is nothing to remove.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/page.py"/>
        <source>Nothing here is called that. Try another word for it, or clear the search with Esc.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/nothing.py"/>
        <source>Nothing here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/choices.py"/>
        <source>Nothing installed, only the timing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/manual/window.py"/>
        <source>Nothing is called that here. Try another word for it, or press Esc.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/download.py"/>
        <source>Nothing is downloaded from {url}: the address has to begin with https:// and may hold no password, no space and no letter but a to z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/model_inventory.py"/>
        <source>Nothing is downloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/list.py"/>
        <source>Nothing is due today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/organisation.py"/>
        <source>Nothing is exported, printed or saved as a page. Backups stay, as they are encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/list.py"/>
        <source>Nothing is promised. What you promise in a call is offered here when you reflect on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/measured_cost.py"/>
        <source>Nothing is put into words, so there is nothing to measure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/written.py"/>
        <source>Nothing is written in it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>Nothing needs to be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>Nothing needs to be done; everything else is measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/steps.py"/>
        <source>Nothing plays yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/words.py"/>
        <source>Nothing to suggest right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/room.py"/>
        <source>Nothing was changed, as {folder} can't be written; allow writing there and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/room.py"/>
        <source>Nothing was changed, as {folder} could not be written ({reason}); try again, or look whether its disk is sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/console.py"/>
        <source>Nothing was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/editor.py"/>
        <source>Nothing was imported. {fault}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/words.py"/>
        <source>Nothing written yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>Nov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>November</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/look.py"/>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/taking_along.py"/>
        <source>Numbers (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/keeping.py"/>
        <source>Numbers are kept with every call, sound never. Card numbers and security codes are blanked before anything is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>Oct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>October</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/page.py"/>
        <source>Of all text, against your system's.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/opening.py"/>
        <source>Of {count} you have judged, the measured label was right in {agreeing} ({percent} %).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/calm.py"/>
        <source>Offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/calm.py"/>
        <source>Offer calm after a tough call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/player_bar.py"/>
        <source>On 5 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/keys_help.py"/>
        <source>On the page {page}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/models.py"/>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/calm.py"/>
        <source>Once after a call, never in one; skipping it is one key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/after.py"/>
        <location filename="../../app/ui/calm/apart.py"/>
        <source>Once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/opening.py"/>
        <source>Once you have said of some overlaps what they really were, it stands here how often the measured label agrees with yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/page.py"/>
        <source>One a line, with its plain word: SLA {between} the time we promise. When you say one, a hint gives you the plain word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/page.py"/>
        <source>One a line. When the customer says several of them in a minute, the call counts as heated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/own_pattern.py"/>
        <source>One breath takes {seconds:g} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>One breath takes {seconds} seconds; it may take {least} to {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/own_pattern.py"/>
        <source>One breath, step by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>One breath: {steps} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/words.py"/>
        <source>One follow-up is due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/locking.py"/>
        <source>One hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_cards.py"/>
        <source>One kind of call shows its band, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/keeping.py"/>
        <source>One week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/keeping.py"/>
        <source>One year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/filters.py"/>
        <source>Only calls with a marked moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/page.py"/>
        <source>Only the breathing circle moves; still, it is a bar with words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/list.py"/>
        <location filename="../../app/ui/follow_ups/row.py"/>
        <source>Open again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <source>Open questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/opening.py"/>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Open recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Open the call the arrows are on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/about.py"/>
        <source>Open the manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Open the manual where it fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/start.py"/>
        <source>Open the reflection on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/comparison.py"/>
        <source>Open this call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/opening.py"/>
        <source>Open …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/written.py"/>
        <source>Open, due {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/written.py"/>
        <source>Open, no day named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/lock_page.py"/>
        <source>Opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/lock_page.py"/>
        <source>Opening the journal. A passphrase takes about a second, which makes guessing it slow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/level_meter.py"/>
        <location filename="../../app/ui/settings/sound.py"/>
        <source>Opening.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/moments.py"/>
        <source>Order of the overlaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/techniques.py"/>
        <source>Other techniques you used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/overlap_row.py"/>
        <source>Over and over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/table.py"/>
        <source>Overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <source>Overlaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/calm.py"/>
        <source>Own patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/steps.py"/>
        <source>P pauses at any time, for card data or a private word. While paused, nothing is heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <location filename="../../app/ui/review/figures.py"/>
        <location filename="../../app/ui/review/numbers.py"/>
        <source>Pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/exporting.py"/>
        <source>Page to read and print (*.html);;Table for a spreadsheet (*.csv);;All that is known of them (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/navigation.py"/>
        <source>Page. Key: {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/keys_help.py"/>
        <location filename="../../app/ui/manual/window.py"/>
        <location filename="../../app/ui/navigation.py"/>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/model_words.py"/>
        <source>Part of Evenkeel; it stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/lock_page.py"/>
        <location filename="../../app/ui/journal/passphrase.py"/>
        <location filename="../../app/ui/settings/locking.py"/>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/locking.py"/>
        <source>Passphrase of now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/restoring.py"/>
        <source>Passphrase of the backup file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <location filename="../../app/ui/call/running.py"/>
        <location filename="../../app/ui/call/summary.py"/>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <location filename="../../app/ui/review/figures.py"/>
        <location filename="../../app/ui/review/numbers.py"/>
        <source>Patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <source>Patience before you answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/calm.py"/>
        <source>Patterns of your own are made on the page Calm, and can be chosen here then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/glance.py"/>
        <location filename="../../app/ui/call/running.py"/>
        <location filename="../../app/ui/calm/breathing_view.py"/>
        <location filename="../../app/ui/journal/lock_page.py"/>
        <location filename="../../app/ui/review/player_bar.py"/>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Pause or go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/words.py"/>
        <location filename="../../app/ui/calm/words.py"/>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>Paused for {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>Paused, as the computer was asleep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/top_bar.py"/>
        <source>Paused, nothing is heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/words.py"/>
        <source>Paused. Nothing is heard or counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>Persian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>Physiological sigh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/manual/window.py"/>
        <source>Places found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/player_bar.py"/>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/mark_row.py"/>
        <location filename="../../app/ui/review/overlap_row.py"/>
        <source>Play from 3 s before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/mark_row.py"/>
        <source>Play from 3 s before: {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/player_bar.py"/>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Play from 3 seconds before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/said/said.py"/>
        <source>Play from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Play or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/steps.py"/>
        <source>Play something on this computer, a video or a ring tone, as loud as a call usually is. The bar should move.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/player_bar.py"/>
        <source>Playing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>Polish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>Portuguese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/words.py"/>
        <source>Practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/idle.py"/>
        <location filename="../../app/ui/first_start/first_start.py"/>
        <location filename="../../app/ui/prepare/form.py"/>
        <location filename="../../app/ui/today/page.py"/>
        <source>Practice with the sample call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/idle.py"/>
        <source>Practice with the sample call in real time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/idle.py"/>
        <source>Practice with the sample call, 4 times as fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/top_bar.py"/>
        <source>Practice. {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/form.py"/>
        <location filename="../../app/ui/settings/page.py"/>
        <location filename="../../app/ui/shortcuts.py"/>
        <location filename="../../app/ui/today/page.py"/>
        <source>Prepare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/form.py"/>
        <source>Press one to answer it in the note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Print the call that is looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Print the call that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/call_view.py"/>
        <location filename="../../app/ui/review/numbers.py"/>
        <source>Print …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/queue.py"/>
        <source>Progress of the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/paper.py"/>
        <location filename="../../app/ui/history/written.py"/>
        <source>Promised in this call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <source>Promised on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/prepared.py"/>
        <location filename="../../app/ui/history/details.py"/>
        <source>Purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/form.py"/>
        <source>Purpose of this call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/prepared.py"/>
        <source>Purpose: {purpose}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/model_words.py"/>
        <source>Put there for everybody on this computer; it can be changed only by them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/page.py"/>
        <source>Puts a call into words: a Vosk model, or Moonshine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/steps.py"/>
        <source>Putting other people's words into text, or recording them, may need the permission of everyone in the call, and of your employer. Rules differ from place to place. Please ask who knows them where you work. This note is not legal advice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/form.py"/>
        <source>Questions for this call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/level_meter.py"/>
        <source>Quiet so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/level_meter.py"/>
        <source>Quiet so far: {device}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Quit Evenkeel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <source>Ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/today/page.py"/>
        <source>Ready when you are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/erasing.py"/>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/language.py"/>
        <location filename="../../app/ui/settings/page.py"/>
        <source>Recogniser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>Record both sides, you on one channel and the customer on the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/figures.py"/>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/words.py"/>
        <location filename="../../app/ui/review/comparison.py"/>
        <source>Recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/opening.py"/>
        <source>Recordings (*.wav *.flac *.ogg *.mp3);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/queue.py"/>
        <source>Recordings that wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/form.py"/>
        <location filename="../../app/ui/reflect/start.py"/>
        <location filename="../../app/ui/shortcuts.py"/>
        <location filename="../../app/ui/today/calls.py"/>
        <source>Reflect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Reflect on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/after.py"/>
        <source>Reflect on the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Reflect on the call that is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Reflect on the call that is shown, or edit its reflection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/start.py"/>
        <source>Reflect on the last call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/summary.py"/>
        <location filename="../../app/ui/review/look.py"/>
        <source>Reflect on this call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/today/calls.py"/>
        <source>Reflect on {time}, {call}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/start.py"/>
        <source>Reflect without a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/paper.py"/>
        <location filename="../../app/ui/history/search_results.py"/>
        <location filename="../../app/ui/history/words.py"/>
        <source>Reflection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/words.py"/>
        <source>Reflection on a call elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <source>Reflection on {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <location filename="../../app/ui/settings/keeping.py"/>
        <source>Reflections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/passphrase.py"/>
        <source>Remember it on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/page.py"/>
        <source>Reminder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/own_pattern.py"/>
        <location filename="../../app/ui/review/mark_row.py"/>
        <location filename="../../app/ui/review/queue.py"/>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/installed_models.py"/>
        <source>Remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/keeping.py"/>
        <source>Remove now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/own_pattern.py"/>
        <source>Remove step {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/mark_row.py"/>
        <source>Remove the mark at {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/installed_models.py"/>
        <source>Remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>Remove {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/installed_models.py"/>
        <source>Remove {name}? That frees {size}. To have it again, download it or install it from its file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/installed_models.py"/>
        <source>Remove …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/keeping.py"/>
        <source>Removed: {removed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/installed_models.py"/>
        <source>Removed; {size} are free again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/keeping.py"/>
        <source>Removing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/installed_models.py"/>
        <source>Removing {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/player_bar.py"/>
        <source>Repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Repeat the stretch, or go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/look.py"/>
        <location filename="../../app/ui/review/rephrase.py"/>
        <location filename="../../app/ui/review/said/said.py"/>
        <source>Rephrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/export.py"/>
        <source>Replace it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/export.py"/>
        <source>Replace the export?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/rows.py"/>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/editor.py"/>
        <source>Reset to the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/rows.py"/>
        <source>Reset to {usual}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/rows.py"/>
        <source>Reset {name} to {usual}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/page.py"/>
        <source>Reset: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>Rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/journal.py"/>
        <source>Restore from a backup file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/restoring.py"/>
        <source>Restore from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/copies.py"/>
        <source>Restore from a file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/glance.py"/>
        <location filename="../../app/ui/call/running.py"/>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/opening.py"/>
        <location filename="../../app/ui/review/page.py"/>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/looking.py"/>
        <source>Review again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/queue.py"/>
        <source>Review next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/queue.py"/>
        <source>Reviewing {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/queue.py"/>
        <source>Reviews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/player_bar.py"/>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/page.py"/>
        <source>Run the first start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>Russian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <source>Said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <source>Said better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <source>Said better: {technique}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/search_results.py"/>
        <source>Said in the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/practice.py"/>
        <source>Sample call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>Sat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>Saturday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/editor.py"/>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/call_view.py"/>
        <location filename="../../app/ui/review/numbers.py"/>
        <source>Save as PDF …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/numbers.py"/>
        <source>Save numbers as JSON …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/summary.py"/>
        <source>Save page as HTML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/numbers.py"/>
        <source>Save page as HTML …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/taking_along.py"/>
        <source>Save the numbers of this call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/summary.py"/>
        <location filename="../../app/ui/pieces/printing.py"/>
        <location filename="../../app/ui/review/taking_along.py"/>
        <source>Save the page of this call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/form.py"/>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/pieces/printing.py"/>
        <location filename="../../app/ui/review/comparison.py"/>
        <source>Saved as {path}. It is not encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/summary.py"/>
        <location filename="../../app/ui/review/taking_along.py"/>
        <source>Saved as {path}. It is not encrypted: whoever has the file can read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/form.py"/>
        <source>Saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/steps.py"/>
        <source>Say a few words, as you would to a customer. The bar should move.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Say that line better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/seal.py"/>
        <source>Sealing is made for x86_64 and aarch64, and this is {machine}; block Evenkeel with a firewall's rule instead, see SECURITY.md.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/seal.py"/>
        <source>Sealing works on Linux only; here a rule of the system's firewall does the same, see SECURITY.md.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/manual/window.py"/>
        <location filename="../../app/ui/review/phrases.py"/>
        <location filename="../../app/ui/settings/contents.py"/>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/calls_tab.py"/>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Search reflections and transcripts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/manual/window.py"/>
        <source>Search the manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/contents.py"/>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Search the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/phrases.py"/>
        <source>Search your better phrases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/own_pattern.py"/>
        <source>Seconds of step {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/contents.py"/>
        <source>Sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/queue.py"/>
        <source>See it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/today/focus.py"/>
        <source>See its card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/start.py"/>
        <location filename="../../app/ui/today/page.py"/>
        <source>See the journal in Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/queue.py"/>
        <source>See the recording that is being reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>Sep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>September</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/policy.py"/>
        <source>Set by your organisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/contents.py"/>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/settings.py"/>
        <source>Settings can't be kept, as {folder} can't be written ({reason}); they last until Evenkeel is closed. Allow writing there to keep them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/words.py"/>
        <source>Seven follow-ups are due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/devices.py"/>
        <source>Several inputs are named by "{text}": {names}; name one of them in full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/storage/keys.py"/>
        <source>Several passphrases were wrong, so there is a short wait before the next; try again in {n} seconds.</source>
        <extracomment>For one: Several passphrases were wrong, so there is a short wait before the next; try again in {n} second.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_cards.py"/>
        <source>Shaded: the band {band}. {band_note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/passphrase.py"/>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends.py"/>
        <source>Show as tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Show or hide the small display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/top_bar.py"/>
        <source>Show the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/review/moments.py"/>
        <source>Show the other {n}</source>
        <extracomment>For one: Show the other one</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/calls.py"/>
        <source>Show the small display in a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/timeline.py"/>
        <source>Show the timeline as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/timeline.py"/>
        <source>Show the whole call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/small_display.py"/>
        <source>Show the whole window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/tray.py"/>
        <source>Show the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Show these keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/list.py"/>
        <source>Show what is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/passphrase.py"/>
        <source>Show what is typed: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/keeping.py"/>
        <source>Show what would be removed now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/overlaps.py"/>
        <source>Show {n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <location filename="../../app/ui/review/figures.py"/>
        <location filename="../../app/ui/review/numbers.py"/>
        <source>Silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <source>Silence, pauses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/table.py"/>
        <source>Silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/words.py"/>
        <source>Six follow-ups are due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/steps.py"/>
        <source>Skip this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Slower, faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/calls.py"/>
        <source>Small display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/steps.py"/>
        <source>Something plays. Comparing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/trouble.py"/>
        <source>Something went wrong inside Evenkeel. You can go on; if it looks odd, start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/comparison.py"/>
        <source>Sort the table by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/sound.py"/>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/steps.py"/>
        <source>Sound is listened to and forgotten at once. It is never written to a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/choosing.py"/>
        <source>Sounds where each part of a breath begins; never in a call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/filters.py"/>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/breathing_view.py"/>
        <location filename="../../app/ui/review/player_bar.py"/>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>Spanish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/table.py"/>
        <source>Speaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/models.py"/>
        <source>Speech models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/installed_models.py"/>
        <source>Speech models (*.zip)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/organisation.py"/>
        <source>Speech models are kept in {folder}, not in a folder of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/words.py"/>
        <source>Speech recognition is loading. The talking is counted already, the words follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/player_bar.py"/>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <source>Spoke for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Start a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/idle.py"/>
        <location filename="../../app/ui/journal/lock_page.py"/>
        <location filename="../../app/ui/prepare/form.py"/>
        <location filename="../../app/ui/today/page.py"/>
        <location filename="../../app/ui/top_bar.py"/>
        <source>Start call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Start the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/first_start.py"/>
        <source>Start using Evenkeel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/top_bar.py"/>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/own_pattern.py"/>
        <source>Step {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/first_start.py"/>
        <source>Step {number} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/page.py"/>
        <source>Still</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/today/focus.py"/>
        <source>Still the one: a hint asked for this in {calls}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/sound.py"/>
        <source>Stop listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/session/measuring.py"/>
        <location filename="../../app/session/model_work.py"/>
        <location filename="../../app/ui/settings/store_work.py"/>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/watch.py"/>
        <source>Stopped. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>Sun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>Sunday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/look.py"/>
        <source>Swap channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Swap your channel and the customer's</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>Swedish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/page.py"/>
        <location filename="../../app/ui/review/look.py"/>
        <source>Tab {place} of {n}. Key: Alt+{place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/comparison.py"/>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/opening.py"/>
        <source>Table (*.csv);;Data (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/filters.py"/>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <location filename="../../app/report/paper.py"/>
        <location filename="../../app/ui/history/written.py"/>
        <location filename="../../app/ui/reflect/form.py"/>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>Tajik</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/form.py"/>
        <source>Take a few breaths first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/promised.py"/>
        <source>Take as a follow-up: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/tags.py"/>
        <source>Take away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/tags.py"/>
        <source>Take away: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/overlap_row.py"/>
        <location filename="../../app/ui/review/rephrase.py"/>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/nothing.py"/>
        <source>Take one of them away, or clear them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/after.py"/>
        <source>Take what you have now into whatever comes next. It keeps better with a slow first sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/model_words.py"/>
        <source>Takes {size} of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/export.py"/>
        <source>Taking in the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/locking.py"/>
        <source>Taking the key out of the keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <location filename="../../app/report/reading.py"/>
        <location filename="../../app/ui/history/calls_line.py"/>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <location filename="../../app/ui/review/figures.py"/>
        <source>Talk ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/talk_bar.py"/>
        <source>Talk ratio against its band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/idle.py"/>
        <source>Talk ratio band {band}, {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <source>Talk share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/summary.py"/>
        <location filename="../../app/ui/call/words.py"/>
        <location filename="../../app/ui/review/numbers.py"/>
        <source>Talk share: {percent} % of the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <source>Technique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/cards.py"/>
        <source>Technique card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/cards.py"/>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Technique cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/paper.py"/>
        <location filename="../../app/ui/call/cards.py"/>
        <source>Techniques</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/written.py"/>
        <source>Techniques used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/form.py"/>
        <source>Techniques you used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>Telugu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/measured_cost.py"/>
        <source>Ten seconds of the sample call show whether it suits this computer. Nothing is played.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/page.py"/>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/paper.py"/>
        <source>Texts that end in … go on in Evenkeel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/page.py"/>
        <source>That call is no longer in your journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/erasure.py"/>
        <source>That call is not over yet; end it first, or finish it with: journal finish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/words.py"/>
        <source>That holds from the next call on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/page.py"/>
        <source>That is no longer in your journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/keys.py"/>
        <source>That is not the passphrase; look at Caps Lock and the keyboard's language, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/offering.py"/>
        <source>That sounds like a hard call: {signs}. Three slow breaths?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>That was three slow breaths.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>That was {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/models.py"/>
        <source>The Moonshine model is not installed; install moonshine-voice 0.1.0 or use Vosk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/restoring.py"/>
        <source>The backup is in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/restoring.py"/>
        <source>The backup is in its place. The journal of before is kept as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/backups.py"/>
        <source>The backup {file} can't be written ({reason}); make room there, or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/backups.py"/>
        <source>The backup {file} could not be read back; look at that disk, or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/backups.py"/>
        <source>The backup {file} is damaged, so nothing was changed; choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/backups.py"/>
        <source>The backup {file} was not made, as a part of the journal can't be read; go back to an earlier one with the command restore.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/portable.py"/>
        <source>The backup {part} can't be read back as it was written; choose another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/removal.py"/>
        <source>The backup {path} can't be read back after a deletion; delete that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/idle.py"/>
        <source>The band is where your part of the talking usually does well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/calls.py"/>
        <source>The band is where your share of the talking usually does well. Bands are conventions, not science: starting points, to be made your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/calls_tab.py"/>
        <source>The best {most} places of more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/at_hand.py"/>
        <source>The better phrase is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/hud.py"/>
        <location filename="../../app/ui/call/small_display.py"/>
        <source>The call at a glance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/summary.py"/>
        <source>The call broke off because of a fault in Evenkeel, and it could not be summed up. A report of the fault is kept on this computer; you can start the next call as usual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/call_keeping.py"/>
        <source>The call could not be written to the journal in time; what there is of it can be finished there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/day.py"/>
        <source>The call is finished and in your journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/call_keeping.py"/>
        <source>The call is in your journal; {words_kept}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/lock_page.py"/>
        <source>The call is paused, nothing is heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/erasure.py"/>
        <source>The call {number} was erased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/catalogue.py"/>
        <source>The catalogue of models {path} can't be used ({reason}); install Evenkeel again, or install a model from a ZIP file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/looking.py"/>
        <source>The channels can be swapped once the recording is found again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/editor.py"/>
        <source>The check is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/editor.py"/>
        <source>The checklist is as it was shipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/editor.py"/>
        <source>The checklist is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/trouble.py"/>
        <source>The computer's sound devices have changed; the right one is being opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/output.py"/>
        <source>The computer's sound service does not answer, so nothing can be played; start it again (systemctl --user restart pipewire-pulse or pulseaudio), then press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/trouble.py"/>
        <source>The computer's sound service does not answer; sound comes back as soon as it runs again (systemctl --user restart pipewire-pulse or pulseaudio).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/faults.py"/>
        <source>The connection to {host} broke off after {done}, which are kept; install it again to go on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>The customer answered {seconds} s before you had finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>The customer came in while you were speaking; you gave way after {seconds} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>The customer can be heard in your microphone; their sound was taken out first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>The customer can be heard in your microphone; what leaked was not counted as your speech.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>The customer is so loud in your microphone that the two voices can't be told apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <source>The customer spoke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>The customer spoke over you for {seconds} s and then gave way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>The customer's channel is silent from beginning to end, so nothing can be said about their side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/words.py"/>
        <location filename="../../app/ui/first_start/steps.py"/>
        <source>The customer's side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/steps.py"/>
        <source>The customer's side is left out, as you chose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/transcript.py"/>
        <source>The customer's side was not heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/overlap_row.py"/>
        <source>The customer, into your speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/room.py"/>
        <source>The disk of {folder} is full, so nothing was installed; make some room there and install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/trouble.py"/>
        <source>The disk of {folder} is full, so the journal can't be worked with now; what was kept before stays. Make some room there and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/store.py"/>
        <source>The disk of {folder} is full, so the manifest there stays as it was; make some room and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/store_work.py"/>
        <source>The download goes on at another host, {host}. Go on there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/export.py"/>
        <source>The export into {folder} can't be written ({reason}); make room there, or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/sound.py"/>
        <source>The file at {path} lasts {there} and this call {call}, so it is another one and is not played. Find the right one to hear the call again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/settings/journal.py"/>
        <source>The file is damaged in {n} places. What can be read stays readable, and nothing more is written to it. Go back to a backup below.</source>
        <extracomment>For one: The file is damaged in one place. What can be read stays readable, and nothing more is written to it. Go back to a backup below.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/restoring.py"/>
        <source>The file opens with the passphrase that the journal had when the file was made. That one then holds for the journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/exporting.py"/>
        <source>The file will not be encrypted: whoever has it can read what is in it. Keep it where only you can read it, and delete it when you no longer need it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/models.py"/>
        <source>The folder of speech models {folder} can't be looked into ({reason}); allow reading there, or ask your administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/unpacking.py"/>
        <source>The folder {came} holds {size}, which is more than any model Evenkeel knows; choose the model's own folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/output.py"/>
        <source>The headset or loudspeaker cannot be opened ({said}); close other programs that use it, or plug it in again, then press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/playback.py"/>
        <source>The headset or loudspeaker does not play any more; plug it in again, then press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/rephrase.py"/>
        <source>The hint of then: {hint}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/capture.py"/>
        <location filename="../../app/session/capture.py"/>
        <source>The input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/session/scribe.py"/>
        <source>The journal can be written again, and nothing of the call was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/trouble.py"/>
        <source>The journal in {folder} can't be written ({reason}); allow reading and writing there, or name another folder in EVENKEEL_HOME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/trouble.py"/>
        <source>The journal is locked; unlock it with your passphrase and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/nothing.py"/>
        <source>The journal is not open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/trouble.py"/>
        <source>The journal is open in another Evenkeel; lock or close that one, or end it in the system's task list, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal_access.py"/>
        <source>The journal needs its passphrase; name a file that holds it in EVENKEEL_PASSPHRASE_FILE, or give it in a terminal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/restoring.py"/>
        <source>The journal of now is put aside in its folder, and the backup takes its place. What was written since the backup is then not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/locking.py"/>
        <source>The journal opens by itself from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/new_journal.py"/>
        <source>The journal remembers your calls in one encrypted file on this computer, so that you can look back on them and see yourself get better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/erasure.py"/>
        <source>The journal was erased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/trouble.py"/>
        <source>The journal was last written by a newer Evenkeel than this one and was left untouched; open it with that version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/trouble.py"/>
        <source>The journal's file in {folder} is damaged, missing or not of this key, and is left as it is; go back to its newest good backup, if there is one, in Settings, Journal, or with the command restore.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/trouble.py"/>
        <source>The journal's folder {folder} is on a network drive ({kind}), where a database is easily damaged; name a folder on a disk of this computer in EVENKEEL_HOME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/keys.py"/>
        <source>The journal's key in {folder} ({key} and {key_copy}) is damaged or missing, and nothing else opens the journal; put {key} back from a copy of that folder, or move the folder away to begin a new journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal_access.py"/>
        <source>The journal's passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal_access.py"/>
        <source>The key that the system's keyring has does not open the journal's file, so the passphrase is asked for; the keyring may have it from a journal before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/erasure.py"/>
        <source>The key was destroyed first. Without it no copy of the rest can be read, wherever there may be one; only a copy that has the key's file, too, opens with the passphrase it had.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/words.py"/>
        <source>The last one was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/words.py"/>
        <source>The last one was missed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/storage/tail.py"/>
        <source>The last {n} changes to the journal, {made} ({kinds}), are missing from its file, as happens when it is copied without the file beside it that ends in -wal; if you have both elsewhere, close Evenkeel and put them back together.</source>
        <extracomment>For one: The last change to the journal, {made} ({kinds}), is missing from its file, as happens when it is copied without the file beside it that ends in -wal; if you have both elsewhere, close Evenkeel and put them back together.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/about.py"/>
        <source>The licences of all it is made of are listed in {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/form.py"/>
        <source>The likeliest hurdle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/manual/pages.py"/>
        <source>The manual can't be read: {name} is missing. Install Evenkeel again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/at_hand.py"/>
        <source>The mark at {moment} is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/store.py"/>
        <source>The model in {came} is damaged: {file} is not as its manifest says; copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/installed_models.py"/>
        <source>The models folder can only be read, so nothing can be installed here; ask your administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/locking.py"/>
        <source>The new passphrase again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/locking.py"/>
        <source>The new passphrase holds. Backup files that you made before still open with the old one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/journal.py"/>
        <source>The newest good backup is of {backup}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/steps.py"/>
        <source>The numbers of a call are kept in your journal, encrypted on this computer; for how long its words are, is set by your organisation. Without a journal they are gone when Evenkeel closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/steps.py"/>
        <source>The numbers of a call, and its words for as long as you choose, are kept in your journal, encrypted on this computer. Without a journal they are gone when Evenkeel closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/calm.py"/>
        <source>The one that was used last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/choices.py"/>
        <source>The one your system uses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/pieces/printing.py"/>
        <source>The page could not be printed: the printer, or the file to print to, can't be reached. Choose another one, or save the page as a PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/keys.py"/>
        <source>The passphrase has no letters and is soon found by trying; add a word or two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/locking.py"/>
        <source>The passphrase is asked for again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/keys.py"/>
        <source>The passphrase is shorter than {n} characters; a few words in a row are easy to keep in mind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal_access.py"/>
        <source>The passphrase's file {file} can't be read ({why}); see what {variable} names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/page.py"/>
        <source>The pattern is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/session/player.py"/>
        <source>The playing stopped by itself; press play to hear on from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/sound.py"/>
        <source>The recording is not at {path} any more, so it can't be played. Find it to hear it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/call_view.py"/>
        <source>The reflection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/page.py"/>
        <source>The reflection is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/session/review_run.py"/>
        <source>The review broke off, for the part of Evenkeel that does it stopped ({reason}); review the recording again, or export it as a 16-bit WAV file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/page.py"/>
        <source>The review of {name} is cancelled, and nothing of it kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal_access.py"/>
        <location filename="../../app/ui/journal/passphrase.py"/>
        <source>The same passphrase again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>The sample call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>The server sends on to another place, {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/settings.py"/>
        <source>The settings file was damaged, so the usual settings hold; the old file is kept as {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <source>The single moments of calls, and what was said where that is kept, are on each call's own page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <source>The single moments of calls, what was said where that is kept, preparations and times of calm are in evenkeel.json and in the tables beside this page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/devices.py"/>
        <source>The sound library PortAudio is missing, so no microphone can be heard; install it (Debian and Ubuntu: sudo apt install libportaudio2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/output.py"/>
        <source>The sound library PortAudio is missing, so nothing can be played; install it (Debian and Ubuntu: sudo apt install libportaudio2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/trouble.py"/>
        <source>The sound library cannot reach the sound service, as a part of it is missing; install it (Debian and Ubuntu: sudo apt install libasound2-plugins).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/session/waveform.py"/>
        <source>The sound of {name} cannot be drawn, as its reading ended again and again; copy or export the recording again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/devices.py"/>
        <source>The sound system cannot list its inputs ({reason}); start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/devices.py"/>
        <source>The sound system crashed while it was asked for its inputs; unplug sound devices one by one to find the one at fault, and update its driver.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/devices.py"/>
        <source>The sound system did not answer within {seconds:.0f} s; unplug sound devices that hang, or start the computer's sound service again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/unpacking.py"/>
        <source>The speech model in {came} is not whole: {file} is missing or empty; copy or download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/models.py"/>
        <source>The speech model {name} is damaged: {file} is not as it was installed; install the model again or choose another, in Settings or with --model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/models.py"/>
        <source>The speech model {name} is not whole: {file} is missing, empty or closed to you in {folder}; install the model again or choose another, in Settings or with --model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/session/recognition.py"/>
        <source>The speech recogniser can't be started: {reason}, and its model may be damaged; install the model again or choose another, in Settings or with --model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/session/recognition.py"/>
        <source>The speech recogniser stopped and is being started again; text goes on in a few seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/system_keyring.py"/>
        <source>The system's keyring did not take the journal's key, so the passphrase is asked for instead; unlock the keyring and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/system_keyring.py"/>
        <source>The system's keyring still has the journal's key; remove the entry “{name}” there yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/passphrase.py"/>
        <source>The system's keyring then holds the key, and the journal opens by itself whenever you are logged in here. Whoever sits at this computer while you are logged in can open it, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>The timeline as a table, or as a drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/session/recognition.py"/>
        <source>The transcript is behind, because the computer is busy; it catches up faster when other programs are closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/passphrase.py"/>
        <source>The two are not the same yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal_access.py"/>
        <source>The two passphrases are not the same, so nothing was done; start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>The whole call, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/transcript.py"/>
        <source>The words are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/keeping.py"/>
        <source>The words of a call are gone when it ends; the numbers stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/keeping.py"/>
        <source>The words of a call go so many days after it, reflected on or not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/keeping.py"/>
        <source>The words of a call help you look back on it. They go once you have finished reflecting on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>The words were not listened to: no speech recognition was used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/said/rows.py"/>
        <source>The words were not listened to: no speech recognition was used. Install a model in Settings and review the recording again to have them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/sound.py"/>
        <source>Their level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/phrases.py"/>
        <source>There are none yet. Look at a call again in Review, choose something you said, press R, and write how you would say it now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/words.py"/>
        <source>There is a card for this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/keys.py"/>
        <source>There is a journal in {folder} already; open it with its passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/new_journal.py"/>
        <source>There is a journal on this computer already. Nothing needs to be done here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/export.py"/>
        <source>There is an export in this folder already. Its files would be replaced; choose another folder to keep them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>There is more than one model {name}; give the folder of the one you mean: {folders}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/copies.py"/>
        <source>There is no backup yet; the first one is made soon after the first change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/erasing.py"/>
        <source>There is no call in the journal yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/start.py"/>
        <source>There is no call in your journal yet. You can reflect on one you had on another phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap.py"/>
        <source>There is no call type "{id}"; choose one of {list}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/erasure.py"/>
        <source>There is no call {number} in the journal; see the numbers with: journal calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/offered_models.py"/>
        <source>There is no catalogue of models here. Install one from a file or a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/importing.py"/>
        <source>There is no export at {file}; name the folder that holds {name}, or that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/recording.py"/>
        <source>There is no file {name}; check the name and the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/keys.py"/>
        <source>There is no further moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/devices.py"/>
        <source>There is no input "{text}", nor any other; plug in a microphone or a headset, or start the computer's sound service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/devices.py"/>
        <source>There is no input "{text}"; choose one of {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/steps.py"/>
        <source>There is no input for the customer's side. You can choose one later in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/level_meter.py"/>
        <source>There is no input for this side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal_access.py"/>
        <source>There is no journal on this computer yet; it begins with the first call that is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/journal.py"/>
        <source>There is no journal on this computer, so calls are gone when Evenkeel closes. A journal keeps them, encrypted, and closed by a passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/erasure.py"/>
        <source>There is no journal on this computer, so there is nothing to erase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/nothing.py"/>
        <source>There is no journal yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/trouble.py"/>
        <source>There is no microphone; plug one in or switch it on, and it is used at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/store.py"/>
        <source>There is no model in {folder} any more; install it again or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/store.py"/>
        <source>There is no model {name} here, nor any other; install one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/store.py"/>
        <source>There is no model {name} here; there are: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/keys.py"/>
        <source>There is no moment before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/opening.py"/>
        <source>There is no open journal. Reviewing works all the same; labels, marks, corrections and better phrases then last only while a call is shown here, and are gone afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/editor.py"/>
        <source>There is no room to bring it back: {n} checks are the most. Delete one, and write it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/unpacking.py"/>
        <source>There is no speech model in {came}; choose the ZIP file of a Vosk model, or the folder that it unpacks to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/models.py"/>
        <source>There is no speech model {name}: {there}; name one, or a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/trouble.py"/>
        <source>There is no way to hear what this computer plays; choose an input for the customer's side, such as a virtual cable (BlackHole on a Mac).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/store.py"/>
        <source>There is no {path}; name a ZIP file or a folder with a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>There is no {what}, neither on this computer nor in the catalogue; {command} models list shows the names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends.py"/>
        <source>There is none in these {weeks}; a longer time may have more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends.py"/>
        <source>There is none so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends.py"/>
        <source>There is none with calls of this kind; all calls together may have more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/room.py"/>
        <source>There is not enough room for the model: {folder} has {free}, and it needs {needed}; make some room there and install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/output.py"/>
        <source>There is nothing to play on; plug in a headset or switch the loudspeakers on, then press play again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/looking.py"/>
        <source>There is nothing to swap: this call was heard live, and your side was your own microphone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/looking.py"/>
        <source>There is nothing to swap: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends.py"/>
        <source>There is one in these {weeks}; a longer time may have more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends.py"/>
        <source>There is one so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends.py"/>
        <source>There is one with calls of this kind; all calls together may have more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>There is only one channel, so nothing is known of when the customer spoke.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>There is only your channel, so nothing can be said about the customer's side; talk share counts every voice in that channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>There was none of it in this call, or too little to measure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/phrases.py"/>
        <source>These are the newest {most}. Type a word to find the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/single_instance.py"/>
        <source>These are too many recordings at once; open them in several goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/erasure.py"/>
        <source>These files were left alone and may still hold it; delete them if you don't need them:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/figures.py"/>
        <source>They cut in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/console.py"/>
        <source>This asks first, and there is no terminal to ask in; add --yes to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/session/model_work.py"/>
        <source>This broke off, for the part of Evenkeel that does it stopped ({reason}); what was there before is as it was, so try it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/page.py"/>
        <source>This call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/summary.py"/>
        <source>This call could not be finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/keeping.py"/>
        <source>This call is being written into your journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/day.py"/>
        <source>This call is not in a journal, so there is no more to see of it than what stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/call_keeping.py"/>
        <source>This call is not kept. {refusal}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/sound.py"/>
        <source>This call was heard live, and its sound was never kept, so there is nothing to play. What was measured and said is all here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/form.py"/>
        <source>This checklist has no checks yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/locking.py"/>
        <source>This computer offers no keyring that encrypts, so the passphrase is asked for at each start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/retention.py"/>
        <source>This computer's clock says {today}, which does not fit the last time that old entries were cleared ({last}), so nothing was cleared; if the date is wrong, set it right, else clearing goes on tomorrow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/form.py"/>
        <source>This is no longer in your journal, so what you write here is not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/call_view.py"/>
        <source>This is no longer in your journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/looking.py"/>
        <source>This is not in your journal, so what you write here is gone once the page shows something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/organisation.py"/>
        <source>This is set in {place}. Your administrator can change it; a change holds from the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/looking.py"/>
        <source>This is the call as your journal has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/model_words.py"/>
        <source>This is the one thing for which Evenkeel uses the network; nothing of yours is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/manual/window.py"/>
        <source>This leads out of the manual, and Evenkeel opens nothing there: {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/filters.py"/>
        <source>This month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <source>This page is not encrypted: whoever has the file can read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/reviewing.py"/>
        <source>This recording could not be reviewed because of a fault in Evenkeel; a report of it is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/seal.py"/>
        <source>This system does not let Evenkeel be sealed ({reason}); ask whoever looks after it for seccomp filters, or block Evenkeel with a firewall's rule instead, see SECURITY.md.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/system_keyring.py"/>
        <source>This system offers no keyring that is safe for the journal's key, so the passphrase is asked for instead; start the system's keyring to change that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_cards.py"/>
        <source>This takes two weeks with {needed}; there is none so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_cards.py"/>
        <source>This takes two weeks with {needed}; there is one so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/filters.py"/>
        <source>This week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/today/focus.py"/>
        <source>This week's focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/keeping.py"/>
        <source>This would go now: {counted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/filters.py"/>
        <source>This year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/words.py"/>
        <source>Three follow-ups are due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/thought.py"/>
        <location filename="../../app/ui/calm/words.py"/>
        <source>Three slow breaths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/keeping.py"/>
        <source>Three years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>Thu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>Thursday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Tick a check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/form.py"/>
        <source>Tick with {keys}; while you are typing, with Alt and the number. Enter starts the call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/prepared.py"/>
        <source>Ticked before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/prepared.py"/>
        <source>Ticked before, heard at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/table.py"/>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/table.py"/>
        <source>Timeline as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/picture.py"/>
        <location filename="../../app/ui/review/timeline/timeline.py"/>
        <source>Timeline of the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/keeping.py"/>
        <source>Times of calm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/models.py"/>
        <source>To download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/erasing.py"/>
        <source>To go on, type {word} here:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>To install with: {command} models install NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/summary.py"/>
        <source>To reflect on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/filters.py"/>
        <source>To this day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/day_field.py"/>
        <location filename="../../app/ui/history/filters.py"/>
        <location filename="../../app/ui/shortcuts.py"/>
        <location filename="../../app/ui/today/page.py"/>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/words.py"/>
        <source>Today, {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/day_field.py"/>
        <location filename="../../app/ui/follow_ups/row.py"/>
        <source>Tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/calm.py"/>
        <source>Tone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/model_words.py"/>
        <source>Too slow for this computer: text will lag. Choose a smaller model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <location filename="../../app/report/reading.py"/>
        <location filename="../../app/ui/call/summary.py"/>
        <location filename="../../app/ui/call/transcript.py"/>
        <source>Transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/page.py"/>
        <source>Trends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends.py"/>
        <source>Trends are drawn from your journal, which is not open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/shortcuts.py"/>
        <source>Trends as tables, or as charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends.py"/>
        <source>Trends need two weeks with calls in them, so that one can be seen against the other. {so_far} Practice is not counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/lock_page.py"/>
        <location filename="../../app/ui/review/comparison.py"/>
        <location filename="../../app/ui/review/looking.py"/>
        <location filename="../../app/ui/settings/journal.py"/>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/sound.py"/>
        <source>Try it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/cards.py"/>
        <location filename="../../app/ui/review/rephrase.py"/>
        <source>Try saying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/today/focus.py"/>
        <source>Try saying: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/wrapping.py"/>
        <source>Trying a passphrase takes {size} MB of memory, which is not free now; close another program and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>Tue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>Tuesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>Turkish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <source>Turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/words.py"/>
        <source>Two follow-ups are due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/form.py"/>
        <source>Type one, then Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/techniques.py"/>
        <source>Type to find a technique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/erasing.py"/>
        <source>Type {word} to go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>Ukrainian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/overlaps.py"/>
        <location filename="../../app/ui/pieces/undo.py"/>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/overlaps.py"/>
        <source>Undo your label at {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/pieces/undo.py"/>
        <source>Undo. {done}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/lock_page.py"/>
        <location filename="../../app/ui/top_bar.py"/>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/top_bar.py"/>
        <source>Unlock the journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>Unpacking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/model_words.py"/>
        <source>Unpacking {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/keeping.py"/>
        <source>Until I have reflected on the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/editor.py"/>
        <location filename="../../app/ui/reflect/promised.py"/>
        <source>Until when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>Use a headset, or turn the loudspeaker down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/desk.py"/>
        <location filename="../../app/ui/journal/lock_page.py"/>
        <location filename="../../app/ui/journal/restoring.py"/>
        <location filename="../../app/ui/settings/journal.py"/>
        <source>Use this backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/calls.py"/>
        <source>Usual kind of call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>Uzbek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/installed_models.py"/>
        <source>Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/installed_models.py"/>
        <source>Verify {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/about.py"/>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/level_meter.py"/>
        <source>Very loud. Turn it down a little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/languages.py"/>
        <source>Vietnamese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/vosk.py"/>
        <source>Vosk can't use the speech model {name}: it is damaged or of a kind that is not known; install it again or choose another, in Settings or with --model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/opening.py"/>
        <source>WAV, FLAC, OGG or MP3, you on one channel and the customer on the other. They are heard where they lie; nothing is copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/words.py"/>
        <source>Was due {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/hud.py"/>
        <source>Wayland lets no program keep a window on top or choose its place, so there is no HUD here. The window's compact mode shows the same; its title bar's menu may offer to keep it on top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/level_meter.py"/>
        <source>We hear it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/level_meter.py"/>
        <source>We hear it: {device}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/summary.py"/>
        <location filename="../../app/ui/review/taking_along.py"/>
        <source>Web page (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>Wed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>Wednesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <source>Week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/language.py"/>
        <source>Welcome to Evenkeel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <location filename="../../app/ui/call/words.py"/>
        <source>Well done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/table.py"/>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/steps.py"/>
        <source>What Evenkeel does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/form.py"/>
        <source>What I'll say when it comes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/overlap_row.py"/>
        <source>What happened at {at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/overlaps.py"/>
        <source>What happened at {at}, {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <source>What happened, and why it is called so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/keeping.py"/>
        <source>What has had its time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/keeping.py"/>
        <source>What has had its time is cleared once a day, from the daily backups as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/about.py"/>
        <source>What is kept there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/trouble.py"/>
        <source>What is known of it, and nothing of what was said, is in
{path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/said/rows.py"/>
        <source>What is said appears here while the review runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/transcript.py"/>
        <source>What is said appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/erasure.py"/>
        <source>What lies elsewhere can't be known here: backups written with the command backup, which still open with their passphrase, exports, and copies that others made of this disk. Delete those yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/form.py"/>
        <source>What next time?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/sound.py"/>
        <source>What the customer is heard from; without it only your side is measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/choices.py"/>
        <source>What this computer plays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/search_results.py"/>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <source>What was heard or measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/nothing.py"/>
        <source>What was in it is listed here again once it opens. Settings ({settings}) says what keeps it closed, and what helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/summary.py"/>
        <source>What was it about this moment?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/summary.py"/>
        <source>What was not heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <source>What was not heard, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <location filename="../../app/ui/follow_ups/editor.py"/>
        <location filename="../../app/ui/reflect/form.py"/>
        <location filename="../../app/ui/reflect/promised.py"/>
        <source>What was promised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/beside.py"/>
        <location filename="../../app/ui/review/said/played_text.py"/>
        <location filename="../../app/ui/review/said/said.py"/>
        <source>What was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/said/rows.py"/>
        <source>What was said in this call is not kept any more, as Settings has it. The times and numbers stay; reviewing its recording again brings the words back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <source>What went well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/form.py"/>
        <source>What went well?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/sound.py"/>
        <source>What you are heard from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/prepared.py"/>
        <source>What you prepared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <source>What you said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <source>What you would say now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/faults.py"/>
        <source>What {host} sends is larger than any speech model, so it was not kept; give the address of a model's ZIP file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/download.py"/>
        <source>What {host} sent is not the model {name}: its SHA-256 is another, so it was not kept. Try again later, or get the ZIP file another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/faults.py"/>
        <source>What {host} sent is not the model {name}: its size or kind is another; nothing was installed. Try again later, or get the ZIP file another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/filters.py"/>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/form.py"/>
        <source>When it was, and what about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/summary.py"/>
        <location filename="../../app/ui/reflect/beside.py"/>
        <location filename="../../app/ui/review/moments.py"/>
        <source>When you spoke at the same time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/organisation.py"/>
        <source>Where a setting below says “Set by your organisation”, it can't be changed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/doctor.py"/>
        <source>Where they are can be fixed by the policy; see there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/choosing.py"/>
        <source>Where you are and as you are. Feet on the floor helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/moments.py"/>
        <source>Where you speak at the same time is shown here while the review runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/form.py"/>
        <source>Which hot button was pushed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/language.py"/>
        <source>Which language do you speak with customers?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <location filename="../../app/ui/review/timeline/table.py"/>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/moments.py"/>
        <source>Who spoke into whose speech can't be known here: the two sides can't be told apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/timeline.py"/>
        <source>Whole call   0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/model_words.py"/>
        <source>Whole; its checksums are compared each time it is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/steps.py"/>
        <source>With a headset your microphone hears you alone; with a loudspeaker it hears the customer too, and Evenkeel takes that out of your side. Play something for about five seconds, stay quiet yourself, and Evenkeel finds out how it is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/steps.py"/>
        <source>Without a customer's side there is nothing to measure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/steps.py"/>
        <source>Without a microphone there is nothing to measure; plug one in, or go on without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/steps.py"/>
        <source>Without it, Evenkeel measures your side alone: your share of the time, pace and long stretches, but no talk ratio and no interruptions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/lock_page.py"/>
        <source>Without the journal everything else works; calls are not kept meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/idle.py"/>
        <location filename="../../app/ui/settings/page.py"/>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/model_words.py"/>
        <source>Words are written down; hints by words, fillers and questions exist in English only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/keeping.py"/>
        <source>Words of a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/page.py"/>
        <source>Words of the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/page.py"/>
        <source>Words to put plainly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/figures.py"/>
        <source>Words/min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>Worth a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <source>Worth fixing in our own house</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/words.py"/>
        <source>Worth trying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/copies.py"/>
        <source>Writing and checking the backup file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/copies.py"/>
        <source>Written as {made}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/start.py"/>
        <source>Written lately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/words.py"/>
        <source>Yesterday, {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>You answered {seconds} s before the customer had finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/opening.py"/>
        <source>You are on the left channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/opening.py"/>
        <source>You are on the right channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/words.py"/>
        <source>You are silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/words.py"/>
        <source>You are speaking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>You came in while the customer was speaking; the customer gave way after {seconds} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/steps.py"/>
        <source>You can see it all at work now, with a sample call and no microphone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/journal/lock_page.py"/>
        <source>You can try again in {n} seconds.</source>
        <extracomment>For one: You can try again in {n} second.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/today/focus.py"/>
        <source>You chose this for the week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <location filename="../../app/report/reading.py"/>
        <location filename="../../app/ui/review/figures.py"/>
        <source>You cut in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/prepare/form.py"/>
        <source>You have had {n} calls of this kind today. {prompt}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/moments.py"/>
        <source>You judged {judged} of {all}; {alike} as measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>You marked this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/said/rows.py"/>
        <source>You marked {moment}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/questions.py"/>
        <source>You marked {moment}. What was it about this moment?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/summary.py"/>
        <source>You marked {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/transcript.py"/>
        <source>You marked {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/recording.py"/>
        <source>You may not read {name}; ask for the right to, or copy it to a folder of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/today/focus.py"/>
        <source>You noted using it in {n} reflections.</source>
        <extracomment>For one: You noted using it in {n} reflection.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/review/rephrase.py"/>
        <source>You said at {moment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/rephrase.py"/>
        <source>You said {spoken}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <source>You said: {said}
Better: {better}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/phrase_row.py"/>
        <source>You said: {spoken}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>You say that this is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/overlap_row.py"/>
        <source>You say: it is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/overlap_row.py"/>
        <source>You say: {overlap}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/pins.py"/>
        <source>You say: {short}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <source>You spoke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>You spoke over the customer for {seconds} s and then gave way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/overlap_row.py"/>
        <source>You, into the customer's speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/reflect/beside.py"/>
        <location filename="../../app/ui/review/opening.py"/>
        <location filename="../../app/ui/review/page.py"/>
        <location filename="../../app/ui/review/phrases.py"/>
        <source>Your better phrases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/phrases.py"/>
        <source>Your better phrases are kept in your journal, and it is not open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/rephrase.py"/>
        <source>Your better phrases of this call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/nothing.py"/>
        <source>Your calls come here by themselves: start one ({start}), or practise with the sample call on Today ({today}). What you write on Reflect ({reflect}) comes here, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/opening.py"/>
        <source>Your channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <source>Your cut-ins in ten minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/new_journal.py"/>
        <source>Your journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/lock_page.py"/>
        <source>Your journal can't be opened now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/today/page.py"/>
        <source>Your journal could not be opened, so calls are gone when Evenkeel closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/lock_page.py"/>
        <source>Your journal is closed. Your passphrase opens it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/lock_page.py"/>
        <source>Your journal is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/journal.py"/>
        <source>Your journal is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal_access.py"/>
        <source>Your journal is made now. Choose its passphrase, at least 10 characters; if it is forgotten nobody can help, and the journal stays closed for good.
Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/journal.py"/>
        <source>Your journal is open. It is in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/table.py"/>
        <source>Your label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/at_hand.py"/>
        <source>Your label is taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/relabel.py"/>
        <source>Your label. It was measured as "{label}": {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>Your label: {overlap}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/opening.py"/>
        <source>Your labels and the measured ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/sound.py"/>
        <source>Your level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/idle.py"/>
        <location filename="../../app/ui/call/words.py"/>
        <location filename="../../app/ui/first_start/steps.py"/>
        <source>Your microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/transcript.py"/>
        <source>Your microphone was not heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <source>Your note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/organisation.py"/>
        <source>Your organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/policy.py"/>
        <source>Your organisation has switched exports off, so nothing readable leaves the journal; ask your administrator where you need it. A backup stays possible, since it is encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/policy.py"/>
        <source>Your organisation's policy in {path} can't be followed ({reason}), so Evenkeel does not start; ask your administrator to set it right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/cards.py"/>
        <source>Your own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/lock_page.py"/>
        <source>Your pages are covered. Your passphrase shows them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/chart.py"/>
        <source>Your part {percent} %, the band is {band}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/written.py"/>
        <source>Your reflection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/settings.py"/>
        <source>Your settings in {path} can't be read ({reason}), so the usual ones hold; allow reading there and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/running.py"/>
        <source>Your stretch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <source>a call elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <source>a call in which you spoke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/importing.py"/>
        <source>a column that there is none of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>a convention, not a rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/own_words.py"/>
        <source>a list has room for {n} lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>a little early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>a little more in {seconds}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>a little more out {seconds}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <location filename="../../app/ui/calm/words.py"/>
        <source>a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>a minute and a half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/offering.py"/>
        <source>a moment was marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <source>a mood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/policy.py"/>
        <source>a number of days from 1 to 36500</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <source>a promise kept or missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <source>a talk ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>about {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/queue.py"/>
        <source>about {span} to go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>above the band {band}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/hints.py"/>
        <source>all on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/paper.py"/>
        <source>all that was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <source>all {n} hints of the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/steps.py"/>
        <source>almost as loud as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>and {left} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>answered a little early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/table.py"/>
        <source>as measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>at least {n} cut-ins each way in the last minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/chart.py"/>
        <location filename="../../app/ui/call/talk_bar.py"/>
        <source>band {band}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/running.py"/>
        <source>before you answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>began at the same moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>below the band {band}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/running.py"/>
        <source>best under {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/paper.py"/>
        <source>better:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/tail.py"/>
        <source>between {day}, {time}, and {last_day}, {last_time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/words.py"/>
        <source>both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <source>both sides heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>both silent for {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>breathe in {seconds}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>breathe out {seconds}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>brief overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/tail.py"/>
        <source>broken off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>built in</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/call/summary.py"/>
        <source>by your own labels ({n} changes)</source>
        <extracomment>For one: by your own labels ({n} change)</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/storage/tail.py"/>
        <source>call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/tail.py"/>
        <source>calm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>came in and kept talking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/doctor.py"/>
        <source>can't be followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/tail.py"/>
        <source>checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/steps.py"/>
        <source>clearly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/numbers.py"/>
        <source>comes with the first minutes of speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/words.py"/>
        <source>comes with the first words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/summary.py"/>
        <location filename="../../app/ui/call/words.py"/>
        <location filename="../../app/ui/review/numbers.py"/>
        <source>customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>customer not measurable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>cut in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>cut in and took over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>cut in, gave way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>cut in, then gave way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/glance.py"/>
        <source>cut-ins  {you} / {customer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/today/calls.py"/>
        <source>cut-ins unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>cut-ins: {own} by you, {theirs} by the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/words.py"/>
        <source>damaged, can't be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>drawn without its sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/catalogue.py"/>
        <source>entry {place} is not a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/tail.py"/>
        <source>erasure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <source>every measure, to the digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/figures.py"/>
        <source>failed …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/steps.py"/>
        <source>faintly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/catalogue.py"/>
        <source>fewer mistakes, still light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/catalogue.py"/>
        <source>fewest mistakes; needs several GB of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>five</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/tail.py"/>
        <source>follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>four</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>from the last word to its text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/words.py"/>
        <source>from {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>half a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>hard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/checklist_file.py"/>
        <source>has more than {n}, and each needs a key of its own, 1 to {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/chart.py"/>
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>heated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>heavy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/chart.py"/>
        <source>hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/chart.py"/>
        <source>hint below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>hold {seconds}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/tail.py"/>
        <source>import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <location filename="../../app/report/words.py"/>
        <source>in the band {band}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <source>in the week of {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/filters.py"/>
        <source>in {month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/report/reading.py"/>
        <source>in {n} pauses</source>
        <extracomment>For one: in {n} pause</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/speech/models.py"/>
        <source>in {places} there is {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/filters.py"/>
        <source>in {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/content_file.py"/>
        <source>is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/content_file.py"/>
        <source>is not known here; known are {list}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/catalogue.py"/>
        <source>it can't be read: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/session/supervisor.py"/>
        <source>it ended with status {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/session/supervisor.py"/>
        <source>it failed with {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/session/supervisor.py"/>
        <source>it hung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/own_words.py"/>
        <source>it is in line {number} already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/own_words.py"/>
        <source>it is longer than {n} letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/policy.py"/>
        <source>it is not TOML: {fault}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal_access.py"/>
        <source>it is not text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/policy.py"/>
        <source>it is not text in UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/importing.py"/>
        <source>it is not whole, or no JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/catalogue.py"/>
        <source>it may only hold [[model]] entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/session/supervisor.py"/>
        <source>it was ended by signal {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/session/recognition.py"/>
        <source>it was not ready after {seconds:.0f} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/offering.py"/>
        <source>it weighed on you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/own_words.py"/>
        <source>its plain word has no letters, or signs that can't be printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/own_words.py"/>
        <source>its plain word is longer than the {n} letters that a hint has room for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/importing.py"/>
        <source>its tables don't fit together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/paper.py"/>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>kept talking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/tail.py"/>
        <source>label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <source>last week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>listening sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>live call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>made a listening sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/tail.py"/>
        <source>made {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/chart.py"/>
        <location filename="../../app/ui/history/words.py"/>
        <source>marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <location filename="../../app/report/paper.py"/>
        <source>missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <location filename="../../app/ui/history/words.py"/>
        <source>mood after {mood}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <source>mood before {mood}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/words.py"/>
        <location filename="../../app/ui/today/calls.py"/>
        <source>mood {mood}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/content_file.py"/>
        <source>must be a list of tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/content_file.py"/>
        <source>must be a list of texts, none of them empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/content_file.py"/>
        <source>must be a number from {low:g} to {high:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/content_file.py"/>
        <source>must be a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/content_file.py"/>
        <source>must be a text that is not empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/content_file.py"/>
        <source>must be true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/checklist_file.py"/>
        <source>must have 1 to {n} letters that can be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <source>no calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/models.py"/>
        <source>no folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>no manifest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>no note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/session/supervisor.py"/>
        <source>no process could be started ({reason})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/checklist_file.py"/>
        <location filename="../../app/ui/pieces/files.py"/>
        <source>no reason was given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>no sound from them for {seconds} s of your talking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/today/calls.py"/>
        <source>no talk ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/importing.py"/>
        <source>no {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <location filename="../../app/speech/models.py"/>
        <location filename="../../app/ui/history/trends_plot.py"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <source>none closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>none heard in the first {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>none heard in the whole call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <source>not finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>not heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <location filename="../../app/speech/languages.py"/>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>not measurable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <source>not noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/words.py"/>
        <location filename="../../app/ui/today/calls.py"/>
        <source>not reflected on yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/doctor.py"/>
        <source>not sealed; a connection is opened only to download a model you ask for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/doctor.py"/>
        <source>nothing is fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/journal_access.py"/>
        <source>nothing of what was said is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <source>of all speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>of one core, while somebody speaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <source>of the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/switch.py"/>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/catalogue.py"/>
        <source>older; kept for comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/switch.py"/>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/search_results.py"/>
        <location filename="../../app/ui/history/words.py"/>
        <source>on a call elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/words.py"/>
        <location filename="../../app/ui/history/words.py"/>
        <source>on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/tail.py"/>
        <source>on {day} at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/tail.py"/>
        <source>on {day} between {time} and {last_time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <location filename="../../app/report/paper.py"/>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/chart.py"/>
        <source>other hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/chart.py"/>
        <source>other overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>overlapped briefly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>part of the sound did not arrive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/words.py"/>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>paused for {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <source>pauses of more than three seconds in which neither spoke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <location filename="../../app/ui/history/words.py"/>
        <location filename="../../app/ui/today/calls.py"/>
        <source>practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/tail.py"/>
        <source>preparation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/tail.py"/>
        <source>purge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <source>questions that a yes, a no or one fact answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <source>questions that invite a story: what, how, tell me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/catalogue.py"/>
        <source>quick, for any computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <location filename="../../app/report/words.py"/>
        <location filename="../../app/ui/history/words.py"/>
        <location filename="../../app/ui/today/calls.py"/>
        <source>recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/calls_line.py"/>
        <location filename="../../app/ui/history/words.py"/>
        <source>reflected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/words.py"/>
        <location filename="../../app/ui/today/calls.py"/>
        <source>reflected on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/tail.py"/>
        <source>reflection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>rest {seconds}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/importing.py"/>
        <source>row {place} of {name}: {fault}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/figures.py"/>
        <source>running …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>same moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/doctor.py"/>
        <source>sealed: no connection can be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/chart.py"/>
        <location filename="../../app/ui/call/words.py"/>
        <source>silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>six</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/model_words.py"/>
        <source>size not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/words.py"/>
        <source>tagged "{tag}"</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/figures.py"/>
        <location filename="../../app/ui/call/glance.py"/>
        <location filename="../../app/ui/call/words.py"/>
        <source>talk ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/words.py"/>
        <source>talk ratio not measurable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/words.py"/>
        <location filename="../../app/ui/today/calls.py"/>
        <source>talk ratio {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/words.py"/>
        <source>talk share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>talking over them for {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/policy.py"/>
        <source>the absolute path of a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/talk_bar.py"/>
        <source>the band is {band}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/history/words.py"/>
        <source>the customer cut in {n} times</source>
        <extracomment>For one: the customer cut in {n} time</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>the customer speaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>the customer {n} times</source>
        <extracomment>For one: the customer {n} time</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>the customer's side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <source>the four weeks before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>the input stopped and was opened again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <source>the longest you spoke with no real answer between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/tail.py"/>
        <source>the newest {n} of them made {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>the recogniser stopped and could not be restarted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>the recogniser stopped and was restarted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/word_lists.py"/>
        <source>the starter list for {call_type}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <source>the usual time from the customer's last word to your first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <source>the week before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/word_lists.py"/>
        <source>the words that come with Evenkeel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>their cut-ins in the last minute: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/running.py"/>
        <source>them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>then a little more in for {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>then a little more out for {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>then breathe as it comes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>then breathe in for {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>then breathe out for {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>then hold for {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>then rest for {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>then that was it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/own_words.py"/>
        <source>there is no word in it that can be heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>there was no input to hear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <source>this week so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>three</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/report/reading.py"/>
        <source>times</source>
        <extracomment>For one: time</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/call/summary.py"/>
        <location filename="../../app/ui/review/numbers.py"/>
        <source>times one spoke up while the other was speaking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <source>times the customer did the same to you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <source>times you spoke up while the customer was speaking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/filters.py"/>
        <location filename="../../app/ui/settings/bands.py"/>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>to load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/words.py"/>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/filters.py"/>
        <source>today, {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/words.py"/>
        <source>tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>transcript behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/policy.py"/>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <source>um, er and the like for each minute of your speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/doctor.py"/>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/words.py"/>
        <source>until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/summary.py"/>
        <source>up to {time} is easy to follow in a call of this kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <source>used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/figures.py"/>
        <source>waiting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/journal_access.py"/>
        <source>what was said is kept for {n} days</source>
        <extracomment>For one: what was said is kept for {n} day</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/journal_access.py"/>
        <source>what was said is kept until you have reflected on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>what was said is no longer kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <source>words by {engine} ({model})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <source>words not listened to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <source>words/min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/own_words.py"/>
        <source>write it as: SLA {between} the time we promise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <source>written {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/words.py"/>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/today/calls.py"/>
        <source>yesterday {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/running.py"/>
        <location filename="../../app/ui/call/summary.py"/>
        <location filename="../../app/ui/review/numbers.py"/>
        <source>you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>you answered {seconds} s after their last word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>you are {decibels} dB over your usual loudness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>you are {percent} % over your usual pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/offering.py"/>
        <source>you cut in on each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/history/words.py"/>
        <source>you cut in {n} times</source>
        <extracomment>For one: you cut in {n} time</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>you have spoken for {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>you hold {percent} % of the talking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>you never cut in, and {percent} of the talking was yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/look.py"/>
        <source>you on the left channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/look.py"/>
        <source>you on the right channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/paper.py"/>
        <source>you said:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>you speak</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>you spoke {n} times</source>
        <extracomment>For one: you spoke {n} time</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/call/words.py"/>
        <source>you {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>your cut-ins in the last minute: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>your label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/table.py"/>
        <source>your label: {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/talk_bar.py"/>
        <source>your part is {percent} %; {limits}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>your side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <source>your speech as a part of all speech, yours and the customer's</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <source>your speech as a part of the whole call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>your talking is {percent} points over the band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/offering.py"/>
        <source>your voice rose or quickened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <source>your words for each minute of your own speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/today/focus.py"/>
        <source>{asked} of {n} calls over two weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/words.py"/>
        <source>{calls} and {reflections}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/today/focus.py"/>
        <source>{calls}; in {n} more it could not be heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/unpacking.py"/>
        <source>{came} holds more files than any speech model; choose that of one model alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/unpacking.py"/>
        <source>{came} is damaged or not all there; copy or download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/unpacking.py"/>
        <source>{came} is locked with a password; unpack it yourself and install the folder that comes out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/store.py"/>
        <source>{came} is not the official file of {name} (its SHA-256 is another); copy it again, or if it is one of your own, give another name to it and to the folder in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/unpacking.py"/>
        <source>{came} is packed in a way that Evenkeel does not read; unpack it yourself and install the folder that comes out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/unpacking.py"/>
        <source>{came} was not installed, as "{entry}" in it can't be the name of a file everywhere; get the model from its official place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/unpacking.py"/>
        <source>{came} was not installed, as "{entry}" in it is a link to another place; get the model from its official place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/unpacking.py"/>
        <source>{came} was not installed, as "{entry}" in it is not a plain file; get the model from its official place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/unpacking.py"/>
        <source>{came} was not installed, as "{entry}" in it leads out of the model's folder; get the model from its official place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/unpacking.py"/>
        <source>{came} was not installed, as "{entry}" is in it twice; get the model from its official place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/unpacking.py"/>
        <source>{came} would unpack to over {times} times its size, as no speech model does; get the model from its official place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/unpacking.py"/>
        <source>{came} would unpack to {size}, which is more than any model Evenkeel knows; get the model from its official place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/unpacking.py"/>
        <source>{came}, or something in it, may not be read; allow reading there and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/reading.py"/>
        <source>{channels} at {rate:g} kHz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/inputs.py"/>
        <source>{chosen} (not there now)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/queue.py"/>
        <source>{count} until the call is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/moments.py"/>
        <source>{count}. Your own word counts, where you give one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>{day} {month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>{day} {month} {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/queue.py"/>
        <source>{done} of {all} are reviewed, {failed} could not be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/offered_models.py"/>
        <source>{done} of {size} are here already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/model_words.py"/>
        <source>{done} of {total}, {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap.py"/>
        <source>{error} Only the timing is measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/bootstrap.py"/>
        <source>{error} Until then {model} is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/importing.py"/>
        <source>{file} can't be read ({reason}); allow reading it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/importing.py"/>
        <source>{file} is damaged ({what}), so nothing was taken in; use another copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/importing.py"/>
        <source>{file} is not an export of a journal; choose one that the command export wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/importing.py"/>
        <source>{file} was written by another version of Evenkeel; take it in with that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/faults.py"/>
        <source>{host} answered in a way that no download is made of; try again later, or get the ZIP file another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/faults.py"/>
        <source>{host} can't answer at the moment (it answered {status}); try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/faults.py"/>
        <source>{host} can't be reached ({reason}); connect this computer to the network, or install the model from a ZIP file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/faults.py"/>
        <source>{host} can't prove who it is (its certificate is not trusted), so nothing was downloaded; check this computer's date, or ask your administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/faults.py"/>
        <source>{host} does not answer; try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/faults.py"/>
        <source>{host} does not give {name} to this computer (it answered {status}); ask your administrator, or get the ZIP file another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/faults.py"/>
        <source>{host} has no {name} any more (it answered {status}); choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/download.py"/>
        <source>{host} sends on and on without end, so nothing was downloaded; try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/download.py"/>
        <source>{host} sends on to an address that is not safe to follow, so nothing was downloaded; get the ZIP file another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/download.py"/>
        <source>{host} sends on to another place, {other}, so nothing was downloaded; give that address yourself if you trust it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/faults.py"/>
        <source>{host} sent a web page instead of the ZIP file; open the address in a browser to see what it says, and install the ZIP file that you get there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <source>{kept} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/choices.py"/>
        <source>{language} (no model is installed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/first_start/language.py"/>
        <source>{language} needs a speech model, once. Get it here, or later in Settings: a download goes on while you do the next steps, and then in Settings. Until it is here, calls are measured by their timing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>{list} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/bands.py"/>
        <source>{low:.0f} to {high:.0f} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <source>{low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/bands.py"/>
        <source>{low} to {high} % is no band: the low end must be below the high end. {now} stays for now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/choices.py"/>
        <source>{model} (not installed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/model_words.py"/>
        <source>{model} hears {heard:.0f} s in {cpu:.1f} s of one core; loads in {load:.1f} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/offered_models.py"/>
        <source>{model} · begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/offered_models.py"/>
        <source>{model} · installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/look.py"/>
        <source>{moment} heard so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/dates.py"/>
        <source>{month} {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/paper.py"/>
        <source>{mood} after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/paper.py"/>
        <source>{mood} before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/room.py"/>
        <source>{n:.0f} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/room.py"/>
        <source>{n:.0f} kB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/room.py"/>
        <source>{n:.1f} GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/room.py"/>
        <source>{n:.1f} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <source>{name} - call review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/content_file.py"/>
        <source>{name} can't be read ({error}); put the delivered file back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/checklist_file.py"/>
        <source>{name} can't be read ({reason}); choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/importing.py"/>
        <source>{name} can't be that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/export.py"/>
        <source>{name} can't be written into {folder} ({reason}); make room there, or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/recording.py"/>
        <source>{name} cannot be decoded, for its header is damaged or its coding is a rare one; export it again as a 16-bit WAV file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/trouble.py"/>
        <source>{name} cannot be opened ({said}); plug it in again, allow microphone access in the system's privacy settings, or choose another input for the next call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/recording.py"/>
        <source>{name} cannot be read ({reason}); check the disk, or copy the file to this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/queue.py"/>
        <source>{name} could not be reviewed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/page.py"/>
        <source>{name} could not be reviewed. {trouble}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/pieces/files.py"/>
        <source>{name} could not be written ({reason}). Choose another folder and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/trouble.py"/>
        <source>{name} does not answer and is being opened again; if it stays so, plug it in anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/hands.py"/>
        <source>{name} for {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/recording.py"/>
        <source>{name} has {channels} channels; Evenkeel reads one or two, agent and customer: export only these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/recording.py"/>
        <source>{name} has {rate} samples a second; Evenkeel reads {lowest} to {highest}: export it again at a rate between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/recording.py"/>
        <source>{name} holds no sound, its length is zero; export the recording again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/recording.py"/>
        <source>{name} is a folder; name one recording inside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/recording.py"/>
        <source>{name} is cut short or damaged, part of its sound is missing; copy or export the recording again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/recording.py"/>
        <source>{name} is damaged, it cannot be decoded from {seconds:.1f} s on; copy or export the recording again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/recording.py"/>
        <source>{name} is damaged, {seconds:.1f} s of its sound cannot be decoded; copy or export the recording again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/calls_tab.py"/>
        <source>{name} is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/recording.py"/>
        <source>{name} is empty; copy or export the recording again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/checklist_file.py"/>
        <source>{name} is far too large for checklists; choose a file made by an export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/catalogue.py"/>
        <source>{name} is in it twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/trouble.py"/>
        <source>{name} is in use by another program; close that program, or choose another input for the next call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/call_keeping.py"/>
        <source>{name} is in your journal; {words_kept}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>{name} is installed already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/installed_models.py"/>
        <source>{name} is installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>{name} is installed: {language}, {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/checklist_file.py"/>
        <source>{name} is not TOML ({fault}); choose a file made by an export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/recording.py"/>
        <source>{name} is not a file; save the recording to a file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/importing.py"/>
        <source>{name} is not a list of rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/recording.py"/>
        <source>{name} is not a recording Evenkeel can read; export or convert it to WAV, FLAC, OGG or MP3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/checklist_file.py"/>
        <source>{name} is not a text file; choose one made by an export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/page.py"/>
        <source>{name} is not kept in your journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/loopback.py"/>
        <location filename="../../app/audio/trouble.py"/>
        <source>{name} is not there any more; plug it in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/playback.py"/>
        <source>{name} is not there any more; put its disk or stick back, then press play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/keeping.py"/>
        <source>{name} is not where it was any more, so its review could not be kept. Put it back there, then press Keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/store.py"/>
        <source>{name} is part of Evenkeel and stays; choose another model in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>{name} is removed; {size} are free again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/queue.py"/>
        <source>{name} is reviewed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/page.py"/>
        <source>{name} is reviewed; the page Review shows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/store.py"/>
        <source>{name} is the model that is chosen in Settings; choose another one there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/store.py"/>
        <source>{name} lies in {folder} for everybody on this computer; ask whoever put it there to remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/filters.py"/>
        <source>{name} mood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/content_file.py"/>
        <source>{name} must hold [[{key}]] entries and nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/trouble.py"/>
        <source>{name} sends no sound any more and is being opened again; if it stays so, plug it in anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/trouble.py"/>
        <source>{name} sends nothing but silence; switch its mute off, and allow microphone access in the system's privacy settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/trouble.py"/>
        <source>{name} stopped and is being opened again; if this goes on, choose another input for the next call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/playback.py"/>
        <source>{name} was changed while it was open, so its sound fits no more; open it anew to review it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/follow_ups/day_field.py"/>
        <source>{name}, as a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>{name}: all it needs is there, but nothing to compare it with; if you trust it: {command} models verify {name} --write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>{name}: every file is as it was installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/models_cli.py"/>
        <source>{name}: it is part of Evenkeel, and all it needs is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/player_bar.py"/>
        <source>{now} of {whole}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>{number} and a half minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>{number} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/report/journal_page.py"/>
        <location filename="../../app/ui/history/words.py"/>
        <location filename="../../app/ui/journal/words.py"/>
        <source>{n} calls</source>
        <extracomment>For one: {n} call</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/report/reading.py"/>
        <source>{n} channels</source>
        <extracomment>For one: {n} channel</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/prepare/editor.py"/>
        <source>{n} checklists were imported.</source>
        <extracomment>For one: 1 checklist was imported.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/today/calls.py"/>
        <source>{n} cut-ins</source>
        <extracomment>For one: {n} cut-in</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>{n} cut-ins by the customer</source>
        <extracomment>For one: {n} cut-in by the customer</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>{n} cut-ins by you</source>
        <extracomment>For one: {n} cut-in by you</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/settings/keeping.py"/>
        <source>{n} days</source>
        <extracomment>For one: {n} day</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/settings/export.py"/>
        <source>{n} entries came into the journal.</source>
        <extracomment>For one: {n} entry came into the journal.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/settings/export.py"/>
        <source>{n} entries were there already.</source>
        <extracomment>For one: {n} entry was there already.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/settings/export.py"/>
        <source>{n} files</source>
        <extracomment>For one: {n} file</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/report/journal_page.py"/>
        <location filename="../../app/ui/journal/words.py"/>
        <source>{n} follow-ups</source>
        <extracomment>For one: {n} follow-up</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/follow_ups/words.py"/>
        <source>{n} follow-ups are due.</source>
        <extracomment>For one: {n} follow-up is due.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>{n} heated stretches</source>
        <extracomment>For one: {n} heated stretch</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>{n} hints</source>
        <extracomment>For one: {n} hint</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>{n} in a row, last: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/history/words.py"/>
        <source>{n} marked moments</source>
        <extracomment>For one: {n} marked moment</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>{n} marks</source>
        <extracomment>For one: {n} mark</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/calm/words.py"/>
        <location filename="../../app/ui/settings/calm.py"/>
        <source>{n} minutes</source>
        <extracomment>For one: 1 minute</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/report/paper.py"/>
        <source>{n} more better phrases</source>
        <extracomment>For one: {n} more better phrase</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/report/paper.py"/>
        <source>{n} more hints</source>
        <extracomment>For one: {n} more hint</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/report/paper.py"/>
        <source>{n} more marked moments</source>
        <extracomment>For one: {n} more marked moment</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/report/paper.py"/>
        <source>{n} more overlaps</source>
        <extracomment>For one: {n} more overlap</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/doctor.py"/>
        <source>{n} of other names</source>
        <extracomment>For one: 1 of another name</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>{n} other overlaps</source>
        <extracomment>For one: {n} other overlap</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/review/moments.py"/>
        <location filename="../../app/ui/review/opening.py"/>
        <source>{n} overlaps</source>
        <extracomment>For one: {n} overlap</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/manual/window.py"/>
        <source>{n} places</source>
        <extracomment>For one: 1 place</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/history/calls_tab.py"/>
        <source>{n} places found</source>
        <extracomment>For one: {n} place found</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/journal/words.py"/>
        <source>{n} preparations</source>
        <extracomment>For one: {n} preparation</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/review/queue.py"/>
        <source>{n} recordings wait</source>
        <extracomment>For one: {n} recording waits</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/report/journal_page.py"/>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <location filename="../../app/ui/journal/words.py"/>
        <source>{n} reflections</source>
        <extracomment>For one: {n} reflection</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/history/words.py"/>
        <source>{n} reflections on calls elsewhere</source>
        <extracomment>For one: {n} reflection on calls elsewhere</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/calm/words.py"/>
        <location filename="../../app/ui/settings/calm.py"/>
        <source>{n} seconds</source>
        <extracomment>For one: 1 second</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>{n} steps are the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/report/page.py"/>
        <source>{n} stretches of speech as a table</source>
        <extracomment>For one: {n} stretch of speech as a table</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/journal/words.py"/>
        <source>{n} things you deleted</source>
        <extracomment>For one: {n} thing you deleted</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/report/measured.py"/>
        <source>{n} times in {seconds} s, last: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/journal/words.py"/>
        <source>{n} times of calm</source>
        <extracomment>For one: {n} time of calm</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/journal/words.py"/>
        <source>{n} transcripts</source>
        <extracomment>For one: {n} transcript</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../app/ui/history/trends.py"/>
        <source>{n} weeks</source>
        <extracomment>For one: {n} week</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/hints.py"/>
        <source>{off} of {n} off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/paper.py"/>
        <source>{overlap} (you agree)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/paper.py"/>
        <source>{overlap} (your label; measured: {measured})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>{parts}. In view: {seen}. Cursor at {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/portable.py"/>
        <source>{path} can't be read ({reason}); look at its name, its place and who may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/keys.py"/>
        <source>{path} could not be erased ({reason}); allow writing there and erase again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/erasure.py"/>
        <source>{path} could not be removed ({reason}); its key is gone, so remove it by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/portable.py"/>
        <source>{path} is damaged, so nothing was changed; use another copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/portable.py"/>
        <source>{path} is no backup of a journal; choose a file that the command backup wrote, ending in {suffix}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/queue.py"/>
        <source>{place} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/console.py"/>
        <source>{question} (yes or no)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/calls_line.py"/>
        <source>{ratio} · cut-ins {cut_ins}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/session/scribe.py"/>
        <source>{reason} What happens in the call is held until then, and written as soon as that is possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>{seconds:g} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_cards.py"/>
        <source>{sentence} T shows the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/journal/desk.py"/>
        <source>{sentence} The newest good one is of {backup}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/words.py"/>
        <source>{side} is being opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/erasure.py"/>
        <source>{size:,} bytes were removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>{span} long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>{span} of it heard so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/pins.py"/>
        <source>{span} silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/queue.py"/>
        <source>{speed:.0f} times as fast as it was spoken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/page.py"/>
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>{start} to {end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/keys.py"/>
        <source>{start} to {end} chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>{start} to {end} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/paper.py"/>
        <source>{state}, due {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/cards.py"/>
        <source>{technique} (hinted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/calm/words.py"/>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>{time}, nobody speaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>{time}, your mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/written.py"/>
        <source>{time}, {done} of {planned}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>{time}, {one} and {other} speaking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/timeline/told.py"/>
        <source>{time}, {who} speaking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/calls_tab.py"/>
        <source>{title} of {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_cards.py"/>
        <source>{title}, chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/bands.py"/>
        <source>{title}, high end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/settings/bands.py"/>
        <source>{title}, low end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_cards.py"/>
        <source>{title}, table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/call/transcript.py"/>
        <source>{told} for {length} at {time} ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/history/trends_numbers.py"/>
        <source>{told}; the four weeks before it have none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/speech/catalogue.py"/>
        <source>{url} does not end in the name of a ZIP file, such as vosk-model-small-en-us-0.15.zip; give the address of the file itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/audio/trouble.py"/>
        <source>{wanted} is not there, so {name} is heard until it is back; plug it in, or choose another input for the next call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/journal_page.py"/>
        <location filename="../../app/ui/history/words.py"/>
        <source>{weekday} {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/storage/erasure.py"/>
        <source>{what} on {day} at {time:%H:%M}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/content_file.py"/>
        <source>{where}, field "{field}": {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/chart.py"/>
        <source>{who} cut in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/report/words.py"/>
        <source>{who} {did}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/said/rows.py"/>
        <source>… Gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../app/ui/review/said/rows.py"/>
        <source>▸ Mark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
