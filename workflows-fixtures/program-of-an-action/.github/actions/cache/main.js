console.log('nothing yet')
