require('node:child_process').execFileSync('attic', ['push', 'main', 'result'])
