/**
 * Words that a template fills its slots with: they may change while the problem stays the same. Singular, lower case; plurals are
 * derived. Grouped for the reader only, since all of them are masked alike.
 */
export const contextWords: Readonly<Record<string, string>> = {
  units: `
    millimetre millimeter centimetre centimeter decimetre metre meter kilometre kilometer inch foot feet yard mile mm cm dm km ft yd mi
    milligram gram gramme kilogram kilo tonne ton ounce pound lb lbs oz mg kg
    millilitre milliliter litre liter gallon quart pint cup tablespoon teaspoon ml cl gal tbsp tsp
    second sec minute min hour hr hrs day week fortnight month year yr decade century weekday weekend night morning afternoon evening noon
    midnight degree celsius fahrenheit kelvin radian rad acre hectare joule watt kilowatt volt ampere amp ohm newton pascal hertz byte bit
    kilobyte megabyte gigabyte mph kph kmh rpm dozen pair`,
  currency: `
    dollar cent penny pence nickel dime quarter euro pound sterling yen yuan rupee peso franc krona krone rand ruble lira shekel dirham
    dinar baht ringgit buck coin bill note usd eur gbp jpy cny rmb inr rs money cash`,
  months: `january february march april june july august september october november december jan feb apr jun jul aug sept oct nov dec`,
  days: `monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun`,
  seasons: `spring summer autumn winter christmas easter halloween thanksgiving birthday holiday vacation`,
  colours: `
    red blue green yellow orange purple violet pink brown black white grey gray golden gold silver crimson scarlet turquoise teal magenta
    cyan beige ivory maroon navy indigo lavender tan colour color colored coloured`,
  people: `
    person people man men woman women boy girl child children kid baby adult teenager friend neighbour neighbor guest visitor customer client
    student pupil teacher professor principal classmate teammate colleague coworker worker employee employer boss manager owner farmer
    baker butcher grocer shopkeeper merchant vendor seller buyer trader tailor carpenter plumber painter builder mason electrician
    mechanic engineer architect driver pilot sailor captain soldier guard officer policeman doctor nurse dentist vet lawyer judge clerk
    cashier secretary accountant banker scientist chemist biologist physicist researcher librarian author writer poet journalist editor
    musician singer dancer actor artist photographer designer programmer developer chef cook waiter waitress florist gardener
    fisherman hunter miner shepherd jogger runner cyclist swimmer hiker climber walker player coach trainer athlete referee fan scout
    volunteer member passenger tourist traveller traveler tenant landlord mother father mom mum dad parent son daughter brother sister
    sibling twin uncle aunt cousin nephew niece grandmother grandfather grandma grandpa grandson granddaughter grandparent husband wife
    family couple crowd team crew class club band choir mr mrs ms miss dr sir king queen prince princess wizard knight pirate`,
  animals: `
    animal pet dog puppy cat kitten horse pony donkey mule cow bull ox oxen calf sheep lamb goat pig piglet chicken hen rooster chick duck
    duckling goose geese turkey rabbit bunny hamster mouse mice rat squirrel fox wolf wolves bear deer moose elk lion tiger leopard
    cheetah elephant giraffe zebra hippo rhino monkey ape gorilla kangaroo koala panda camel llama alpaca bird parrot pigeon owl eagle
    hawk crow swan penguin ostrich peacock fish goldfish salmon trout tuna shark whale dolphin seal octopus crab lobster shrimp clam oyster
    snail turtle tortoise frog toad lizard snake crocodile alligator insect ant bee butterfly beetle spider fly ladybug cricket worm
    caterpillar dragon unicorn bacteria bacterium`,
  foods: `
    food meal breakfast lunch dinner snack dessert fruit vegetable apple pear peach plum cherry grape banana mango papaya pineapple
    coconut lemon lime tangerine mandarin grapefruit melon watermelon strawberry blueberry raspberry blackberry cranberry apricot fig kiwi
    date avocado tomato tomatoes potato potatoes carrot onion garlic pepper cucumber lettuce cabbage spinach broccoli cauliflower pea
    bean corn pumpkin squash radish beet turnip celery mushroom eggplant zucchini bread loaf loaves bun roll bagel toast croissant muffin
    cupcake cake pie tart cookie biscuit cracker brownie pastry doughnut donut pancake waffle pizza sandwich burger hamburger hotdog taco
    burrito noodle pasta spaghetti rice cereal oatmeal flour sugar salt butter cheese yogurt yoghurt cream milk egg meat beef pork ham
    bacon sausage steak soup salad sauce jam honey syrup chocolate candy candies sweet lollipop gum popcorn chip fries pretzel nut peanut
    almond walnut cashew pecan hazelnut raisin tea coffee juice lemonade soda cola water wine beer smoothie milkshake ice icecream
    popsicle sushi dumpling curry stew oil vinegar spice cinnamon vanilla`,
  things: `
    thing item object article product good toy doll teddy marble ball balloon kite puzzle block lego robot card deck sticker stamp poster
    postcard picture photo photograph painting drawing portrait frame book notebook magazine newspaper comic novel textbook dictionary page
    chapter paragraph letter envelope parcel package packet pack box carton crate case chest bag sack basket bucket bin barrel tub jar
    bottle can tin jug pitcher mug glass vase pot pan bowl plate dish tray spoon fork knife knives pen pencil crayon marker eraser ruler
    brush paintbrush scissors glue tape stapler clip paperclip folder binder backpack desk chair stool table bench sofa couch bed
    mattress pillow blanket sheet towel curtain carpet rug lamp bulb candle mirror clock watch phone telephone smartphone laptop computer
    tablet keyboard mouse printer camera television tv radio speaker headphone game videogame console controller disc disk cd dvd record
    guitar piano violin flute drum trumpet shirt tshirt blouse sweater jacket coat hoodie dress skirt pants trousers jeans shorts sock
    shoe sneaker boot sandal slipper hat cap scarf glove mitten tie belt button zipper ring necklace bracelet earring jewel diamond gem
    pearl bead crystal ribbon thread yarn wool cotton fabric cloth rope string wire cable chain pipe tube hose rod stick pole plank board
    log wood brick stone rock pebble tile shingle nail screw bolt hammer saw drill ladder shovel rake bicycle bike tricycle scooter
    skateboard car truck van bus lorry taxi cab train tram subway boat ship ferry canoe kayak yacht plane airplane aeroplane helicopter
    rocket motorcycle tractor wagon cart trailer wheel tire tyre engine battery fuel gas gasoline petrol diesel tree bush flower rose tulip
    daisy daisies lily lilies sunflower orchid seed seedling plant leaf leaves branch grass hay straw wheat crop soil sand gravel cement
    paint ticket coupon voucher token badge medal trophy prize gift present bouquet wreath decoration ornament flag banner sign tent
    umbrella key lock door window wall fence gate roof room shelf shelves bookshelf drawer cabinet closet locker machine device tool gadget
    kite light route app website video song album movie film episode concert email message tweet photoalbum mask shell feather tank aquarium
    cage kennel nest hive bulletin bracelet keychain souvenir goggles helmet racket bat net puck`,
  places: `
    place shop store supermarket market mall bakery butchery grocery florist pharmacy bookstore bookshop library school kindergarten
    university college classroom office factory warehouse mill mine farm barn stable orchard garden greenhouse field meadow vineyard park
    playground zoo circus fair carnival museum theater theatre cinema stadium arena gym pool beach island lake river sea ocean pond stream
    mountain hill valley forest wood desert village town city suburb country county state street road avenue highway lane bridge station
    airport harbour harbor port hotel motel hostel restaurant cafe cafeteria canteen diner kitchen hospital clinic bank church temple
    mosque castle palace tower building house home apartment flat cottage cabin garage yard backyard lot stall booth stand depot dock
    downtown workshop studio laboratory lab camp campsite hall auditorium gallery`,
  subjects: `
    mathematics math maths science physics chemistry biology history geography english french german spanish latin music art
    literature economics philosophy homework exam test quiz quizzes project essay lesson course lecture assignment chore task job shift
    party wedding picnic trip journey tour ride hike race marathon tournament match contest competition festival fundraiser raffle lottery
    sale auction event meeting conference season playoff football soccer basketball baseball softball volleyball tennis badminton golf
    hockey cricket rugby swimming cycling chess checkers dance ballet`,
}

/** Given names from many languages. Capitalised words that are in no list are masked as well, so the list need not be complete. */
export const personalNames = `
  aaron abby abdul abel abigail abraham ada adam adele adrian agnes ahmed aidan aiko aisha akira alan albert alberto alejandra alejandro
  alex alexa alexander alexandra alexis alfred ali alice alicia alina alison allan allen allie allison alma alyssa amanda amara amber
  amelia amina amir amit amy ana anand andre andrea andrew andy angel angela angelo anika anita ann anna annabelle anne annette annie
  anthony antonio anya april ariana ariel arjun arnold arthur arturo asha ashley asma astrid audrey aurora austin ava avery axel ayesha
  barbara barry beatrice becky bella ben benjamin bernard bernice bert beth bethany betty beverly bianca bill billy blake bob bobby bonnie
  brad bradley brandon brenda brendan brian bridget brittany brooke bruce bruno bryan caleb calvin cameron camila camille candace cara
  carl carla carlos carly carmen carol carolina caroline carolyn carrie carter casey cassandra catherine cathy cecilia cedric celeste
  celia chad chan chandra charles charlie charlotte chelsea chen cheryl chester chloe chris christian christina christine christopher
  cindy claire clara clarence clark claude claudia clayton clifford clint clyde cody colin colleen connie connor constance cora corey
  courtney craig crystal curtis cynthia daisy dale damian damon dan dana daniel daniela danielle danny daphne darius darlene darrell
  dave david dawn dean deanna deborah debra deepak delia denise dennis derek desmond diana diane diego dina dmitri dominic don donald
  donna dora doris dorothy doug douglas duncan dustin dwayne dylan earl eddie edgar edith edmund eduardo edward edwin eileen elaine
  eleanor elena eli elias elijah elise eliza elizabeth ella ellen ellie elliot elmer elsa elsie emil emilia emily emma emmanuel enrique
  eric erica erik erin ernest esmeralda esteban estelle esther ethan eugene eva evan evelyn ezra fatima felicia felipe felix fernando
  fiona flora florence frances francesca francis francisco frank franklin fred freddie frederick freya gabriel gabriela gail garrett
  gary gavin gene geoffrey george georgia gerald geraldine gideon gilbert gina giovanni gladys glen glenda gloria gordon grace graham
  greg gregory greta guadalupe gustavo guy gwen hailey hakim hannah hans harold harriet harris harrison harry harvey hassan hazel heather
  hector heidi helen helena henry herbert herman hiroshi holly homer hope howard hubert hugh hugo hussein ian ibrahim ida ignacio igor
  imani imran ines ingrid irene iris irma isaac isabel isabella isaiah ivan ivy jack jackie jackson jacob jacqueline jade jaime jake
  jamal james jamie jan jane janet janice jared jasmine jason javier jay jayden jean jeanne jeff jeffrey jen jenna jennifer jenny jeremiah
  jeremy jerome jerry jesse jessica jessie jesus jill jim jimmy jin jing joan joann joanna jodi joe joel john johnny jon jonah jonas
  jonathan jordan jorge jose joseph josephine josh joshua joy joyce juan juanita judith judy julia julian juliana julie juliet julio june
  justin kai kaitlyn kamal karen karim karina karl karla kate katherine kathleen kathryn kathy katie katrina kayla keiko keisha keith
  kelly kelsey kelvin ken kendra kenji kenneth kenny kevin khadija kiara kim kimberly kiran kirk kofi krista kristen kristina kumar kurt
  kwame kyle lacey lamar lana lance lara larry latoya laura lauren laurie lawrence layla leah lee leila lena leo leon leona leonard
  leroy leslie lester levi lewis liam lila lillian lily lin linda lindsay ling lionel lisa liu liz logan lois lola lorenzo loretta lori
  lorraine louis louise lucas lucia lucille lucy luis luke luna luther lydia lyle lynn mabel mackenzie madeline madison mae maggie mandy
  manuel marc marcel marcia marco marcus margaret margarita maria mariah marian marie marilyn mario marion marisa marisol marjorie mark
  marlene marsha marshall martha martin marvin mary mason mateo matilda matt matthew maureen maurice max maxine maya megan mei melanie
  melinda melissa melody melvin mercedes meredith mia michael michelle miguel mike mila mildred miles milo milton mina mindy ming miranda
  miriam misty mitchell mohamed mohammed moira molly mona monica monique morgan morris moses muhammad muriel murray myra myrtle nadia nadine
  nancy naomi natalia natalie nathan nathaniel neal neil nell nelson nicholas nick nico nicola nicole nigel nikhil nikita nina noah noel
  noor nora norma norman octavia olga olive oliver olivia omar opal ophelia oscar otis otto owen pablo paige pam pamela paola parker
  patricia patrick patty paul paula pauline pearl pedro peggy penelope penny percy perry pete peter petra phil philip phoebe phyllis
  pierre piper polly preston priya quentin quinn rachel rafael raj rajesh ralph ramon randall randy raphael rashid raul ravi ray raymond
  rebecca reggie regina reginald rene renee rex reynaldo rhonda ricardo richard rick ricky riley rita rob robert roberta roberto robin
  rocio rodney rodrigo roger roland roman ron ronald rory rosa rosalie rosalind rose rosemary ross roxanne roy ruben ruby rudy rufus rupert
  russell ruth ryan sabrina sadie sage sally salma salvador sam samantha samir samuel sandra sandy sanjay santiago sara sarah sasha saul
  savannah scott sean sebastian selena serena sergio seth shane shannon sharon shaun shawn sheila shelby sheldon shelly sherry shirley
  sidney sienna sierra silvia simon simone sofia sonia sophia sophie spencer stacey stacy stan stanley stefan stella stephanie stephen
  steve steven stuart sue suki sunil susan suzanne sven sydney sylvia tabitha tamara tammy tania tanya tara tariq tasha tatiana taylor
  ted teresa terrance terry tessa thelma theo theodore theresa thomas tiffany tim timothy tina toby todd tom tommy toni tony tracy travis
  trevor trey trina tristan tyler uma ursula valentina valeria valerie vanessa vera verna vernon veronica vicky victor victoria vijay
  vincent viola violet virginia vivian wade wallace walter wanda warren wayne wei wendell wendy wesley weng wilbert wilfred willa william
  willie willow wilma winnie winston xavier xin yan yasmin yolanda yosef yuki yuri yusuf yvette yvonne zach zachary zahra zara zeke zelda
  zoe zoey zora`
