import type { Random } from '@send/shared/values/seeded-random'

/** Names with the shape of the British registers: a few that many bear, and a long tail. */
const girls =
  'Olivia Amelia Isla Ava Mia Ivy Lily Isabella Rosie Sophia Grace Freya Willow Florence Emily Ella Poppy Evie Charlotte Daisy Evelyn Sienna Sofia Alice Phoebe Ruby Maya Matilda Harper Elsie Aria Millie Eva Maryam Fatima Aisha Zara Zainab Hannah Jessica Chloe Lucy Megan Ellie Layla Eleanor Holly Imogen Molly Erin Lola Emma Bella Thea Nancy Robyn Amber Jasmine Scarlett Abigail Elizabeth Anna Martha Lottie Bethany Katie Sarah Rebecca Rachel Laura Niamh Seren Carys Khadija Amina Hafsa Safa Inaya Anaya Priya Simran Harleen Jaya Nadia Leila Zoe Darcey Maisie Beatrice Violet Orla Penelope Iris Edith Ottilie Margot Nora Clara Naomi Esther Tiana Amara Chidera Ayomide Zuzanna Maja Oliwia Julia Lena Aleksandra Gabriela Hana Nina Skye Summer Paige Courtney Leah Gracie Faith Hope Heidi Lyra Nell Tabitha Cora Arabella Francesca Georgia Harriet Annabelle Rosa Myla Aaliyah Ayla Esme Arya Hallie Mabel Bonnie Delilah Aurora Luna Maeve Emilia Lyla Ophelia Marnie Eden Rose Eliza Olive Lara Eloise Zahra Safiya Alina Mila'.split(
    ' ',
  )
const boys =
  'Muhammad Noah George Oliver Leo Arthur Oscar Theodore Freddie Archie Jack Harry Henry Charlie Luca Theo Alfie Finley Thomas Mohammed Joshua Roman Teddy Arlo William Lucas Tommy Isaac Edward Jaxon Alexander Max James Jude Mason Hudson Reuben Rory Elijah Ethan Albie Sebastian Hunter Joseph Benjamin Samuel Logan Daniel Adam Zachary Toby Ezra Harrison Ronnie Caleb Dylan Jacob Liam Ryan Callum Connor Kai Tyler Jayden Hayden Aiden Caden Nathan Aaron Luke Matthew Michael David John Robert Ibrahim Yusuf Ahmed Ali Omar Hamza Abdullah Musa Zain Arjun Rohan Dhruv Kabir Gurpreet Jasper Felix Stanley Frederick Louie Louis Otis Blake Ralph Hugo Rupert Barnaby Gabriel Dominic Patrick Sean Owen Rhys Dafydd Tomos Macsen Ioan Evan Kian Cillian Oisin Finn Jakub Szymon Filip Kacper Antoni Mateusz Nikodem Emmanuel David Daniel Kofi Kwame Ayodele Tobi Chukwuemeka Jamal Tyrone Marcus Dexter Bobby Billy Frankie Jenson Riley Carter Grayson Parker Cooper Brody Ellis Elliot Lewis Cameron Kyle Bradley Jamie Ben Sam Joe Dan Tom Will Alex Rafael Leon Otto Rowan River Sonny Reggie Vincent Myles Miles Milo Ezekiel Amir Idris Bilal Haris Rayan Ayaan Zayan Yahya'.split(
    ' ',
  )
const families =
  'Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Jackson Clarke Khan Ahmed Hussain Ali Begum Singh Kaur Shah Mahmood Iqbal Malik Akhtar Miah Rahman Islam Chowdhury Hughes Edwards Hill Moore Clark Harrison Scott Young Morris Turner Ward Watson Baker Cooper Morgan Lee King Carter Phillips Mitchell Cook James Harris Parker Bennett Allen Bell Shaw Murphy Kelly Miller Cox Marshall Collins Griffiths Adams Ellis Richardson Price Foster Mills Palmer Webb Simpson Lloyd Butler Rogers Russell Barnes Powell Knight Stevens Chapman Mason Hunt Fisher Owen Barker Matthews Harvey Jenkins Grant Dixon Fletcher Gibson Andrews Elliott Reynolds Hamilton Ford Graham Pearson Sutton Saunders Day Lawrence Armstrong Perry Burton Rose Dean Stone Francis Carr Cole Spencer Payne Bradley Barrett Walsh Stewart Hart Lawson Kennedy Nowak Kowalski Wisniewski Kaminski Okafor Adeyemi Mensah Owusu Osei Boateng Nguyen Chen Wang Li Zhang Wong Chan Popescu Ionescu Silva Santos Garcia O’Neill O’Brien O’Connor McCarthy McDonald MacLeod Campbell Murray Reid Ross Hassan Mohamed Abdi Warsame Yusuf Farah Aziz Qureshi Siddiqui Sheikh Butt Raja Sharma Gupta Kumar Reddy Nair Thomas George Joseph Mathew'.split(
    ' ',
  )
const beginnings =
  'Ash Brad Cran Dun Ed Fair Glen Had Ing Kirk Lang Mar Nor Old Pem Red Sel Thorn Under Wal Whit Win Wood Al Bar Black Brom Bur Cal Car Chat Clay Cold Cross Dal Den Dray East Ell Farn Frod Gar Green Hal Har Hazel Hen Hol Hum Kemp Ken Lam Led Lin Long Lud Mel Mid Mill Mor Nether North Pen Pick Pres Rad Raw Rid Rox Shar Ship Stan Stock Strat Sut Tad Til Town Up Wad War West Wick Wor'.split(
    ' ',
  )
const endings =
  'bourne bridge brook burn bury by cliffe combe cott croft dale den don field ford gate ham hurst ington land ley low man mere more ness ridge ridding shaw sley stead stock stone sworth ter thorpe ton well wick wood worth yard'.split(
    ' ',
  )
const tail = beginnings.flatMap((beginning) => endings.map((ending) => beginning + ending))

/** A place in a list, the first ones far oftener (about 1 / place, as in the registers). */
function pickByRank(random: Random, list: readonly string[]): string {
  const place = Math.floor((list.length + 3) ** random.next() - 1)
  return list[Math.min(place, list.length - 1)] ?? ''
}

export function pickGivenName(random: Random, sex: 'female' | 'male'): string {
  return pickByRank(random, sex === 'female' ? girls : boys)
}

export function pickFamilyName(random: Random): string {
  if (random.chance(0.03)) return `${pickSingleName(random)}-${pickSingleName(random)}`
  return pickSingleName(random)
}

function pickSingleName(random: Random): string {
  return random.chance(0.55) ? pickByRank(random, families) : random.pick(tail)
}
