"""First names in use in France, folded: enough to see that a column holds people."""

from __future__ import annotations

from maillage.ingest.word_sets import word_set

# « Martin », « Paris », « Florence » and the like are kept out where they are more often something
# else in a list of organisations.
_FRENCH = word_set(
    """
    adam adele adeline adrien agathe agnes ahmed aicha aimee alain alban albane albert
    alexandra alexandre alexane alexia alexis alice alicia alienor aline alix alphonse amandin
    amandine amaury ambroise amelie amina aminata anais anatole andre andrea andree angelique
    anita anna anne annette annick annie anouck anouk anthony antoine antoinette antonin
    antonine antonio apolline ariane arlette armand armelle arnaud arnold arsene arthur astrid
    athenais aubin audrey auguste augustin aurele aurelie aurelien aurore axel axelle aymeric
    babette baptiste baptistin barbara basile bastian bastien beatrice benedicte benjamin
    benoit berangere berenice bernadette bernard bertille bertrand bertrande bettina blandine
    brice brigitte bruno camille carine carla carole caroline cassandre catherine cecile cedric
    celestin celestine celia celine cendrine chantal charles charline charlotte charly chloe
    christel christele christelle christian christiana christiane christina christine
    christophe chrystel cindy claire clara clarisse claude claudine clea clelia clemence
    clement clotilde colette coralie corentin corinne cyprien cyriaque cyrielle cyril cyrille
    damien daniel daniele danielle dany daphne david davy deborah delia delphine denis denise
    denys diane didier dimitri dolores dominique dorian dorothee eddy edgar edith edmond
    edouard edouarde edwige elena eleonore elian eliane elias eline eliott elisa elisabeth
    elise elisee elodie eloise elsa elvire emeline emeric emile emilie emilien emma emmanuel
    emmanuelle enguerrand enzo eric ericka ernest erwan estelle esther etienne eugene eugenie
    eulalie eusebe eva evan evelina evelyne fabien fabienne fabiola fabrice fanchon fanny
    fatima fatou faustine felicie felix ferdinand fernand fernande flavie flavien flavio
    florent florian floriane florine francis franck francois francoise fred frederic frederique
    gabin gabriel gabriela gabrielle gael gaelle gaetan gaetane gaspard gaston gauthier gautier
    genevieve georges georgette georgina gerald geraldine gerard germaine gerome ghislain
    ghislaine ghyslaine gilbert gildas gilles ginette gontran goulven gregory guillaume guy
    guylaine gwenael gwenaelle gwendoline gwladys hassan helena helene heloise henri henriette
    henrik hermann herve honorine hubert hugo hugues huguette ibrahim ilona ines ingrid irene
    irma isaac isabel isabelle isaure ismael jacky jacob jacqueline jacques janine jasmine jean
    jeanine jeanne jeannette jeannine jennifer jeremy jerome jessica jimmy joachim joana joanna
    jocelyn jocelyne joel joelle joffrey johan johann johanna johnny jonathan jordan josee
    joseph josephine josette josiane jules julia juliane julie julien juliette justin justine
    karen karim karine karl kathy katia kelly kevin khadija kilian killian laetitia lara laura
    laure laurence laurene laurent laurette laurie lea leana leandre leila leo leon leonard
    leonie leontine leopold leslie liliane lilou lily lina linda lionel lisa lise lisette loane
    loic lola lorenzo loris louane louis louisa louise louison louna luc luca lucas lucette
    lucie lucien lucienne lucile ludivine ludmila ludovic lydie lysiane madeleine madeline
    maelie maelle maelys maeva magali magalie magdalena maiwenn malika malo malvina mamadou
    manon manuel manuela marc marcel marcelin marceline marcelle margaux margot marguerite
    maria marianne marie marielle marika marilyne marina marine marion marius marjolaine
    marjorie marlene martial martine maryam maryline maryse maryvonne matheo mathias mathieu
    mathieux mathilde mathis mathurin matteo matthieu maud maurice maxence maxime maximilien
    mehdi melanie melchior melina melissa melodie michael michaela michel michele micheline
    mickael mickaela mireille mireio mohamed mona monique morgan morgane moussa muriel murielle
    mylene myriam nadege nadejda nadia nadine natacha nathalie nathan nathanael nathanaelle
    nelly nicolas nicole nina nino ninon noa noah noam noelie noelle noemi noemie nolwenn nora
    norbert oceane odette odile olga olivier omar ophelia ophelie orlane oscar paco pacome
    paloma paola pascal pascale patrice patricia patrick paul paula paule paulette paulin
    pauline perrine philibert philippe philomene pierre pierrette pierrick piotr prisca
    priscilla quentin quitterie rachel rachid raoul raphael raphaelle raymond raymonde
    raymondine rebecca regine regis remi remy renaud rene renee reynald richard robert rodolphe
    rodrigue roger roland romain romane romeo romuald ronan rosa rosalia rosalie rose roselaine
    roselyne rosette rosine roxane roxanne rozenn ruben sabine sabrina sabrine sacha salome
    samantha samia samir samuel sandie sandra sandrine sandy sara sarah sasha saskia sebastien
    segolene selma serge servane severin severine sibylle sidonie silvia simeon simon simone
    sixtine soazig solange solene soline sonia sophie stanislas steeve stephan stephane
    stephania stephanie steven suzanne suzette suzie svetlana sylvain sylvaine sylvette
    sylviane sylvie tancrede tanguy tania tatiana teddy tessa thais thea theo theodore
    theophile therese thibaud thibauld thibault thibaut thiebaud thierry thomas tiffany timeo
    timothee tiphaine tom tomas tony tristan ugo ulrich ulrike ursula valentin valentine
    valeriane valerie valery vanessa veronique vianney victor victoria victorien victorine
    vincent violaine virgile virginie viviane vivien vladimir wanda wilfrid wilfried william
    willy xavier xaviere yael yaelle yanis yann yannick yasmine yoan yoann yoanna yohan yohann
    yolande youssef yvan yvelise yves yvette yvon yvonne zacharie zelie zita zoe
    """
)
_BRETON = word_set(
    """
    aela aelig alan annaick annaig aodren arzhela awen azenor aziliz bleuenn bleunwenn briac
    brieuc budoc corentine corentyn denez divi donatien elouan elouann elwenn enora erell
    erwann ewan ewen ewenn fanch fragan gireg gurvan gwen gwendal gwenhael gwenn gwennaig
    gwennole gwenola gwenole gwenvael haude herle iffig ifig jakez janig jaouen judicael
    kaourintin katell kelig klervi kristell kristen lenaic lenaig loan loeiza lohan loick loig
    loik mael maela maelan maelenn maiwen malou malwenn maodez mazhev melaine melan meriadec
    meven mevenn mewen mikael mikel morvana morwenna naig neven ninnog nolan nolann nolwen
    nominoe oanez padrig paol patern perig rivoal riwal riwan riwanon roparz rozen sezni soaz
    soazic soizic soizick solen steren sterenn tangi tifenn titouan tudi tudual tugdual visant
    weltaz yanick yannig yannik yannis youen youenn youn youna yuna yvonig
    """
)
# Occitan, Catalan and Basque.
_SOUTHERN = word_set(
    """
    aimeric ainara ainhoa aitor alais amaia amalric amaya ander andoni antton argitxu arnau
    asier aurelia azalais benat bernat bertran bittor bixente clamenca delfina domenja eider
    ekaina elaia enaut eneko esclarmonde esteve felip ferran francesc gaxuxa gorka graxi
    graxian guilhem guilhen guiraud haizea haritz iban idoia iker inaki inigo itxaro itziar
    izaro jacme jaufre jaume joan jokin jon jordi josep josu julen kattalin kepa koldo leire
    lluis maddi maialen maider maitane maite matieu mattin miquel mireia miren mixel nahia
    nekane nuria oier oihan oihana oriol otxanda panpili pantxika pantxo patxi peio peire peyo
    raimon ramon ramoun ramuntxo terexa tonin ttotte txomin unai xabi xabier xalbat xan xavi
    ximun xole xuban zigor
    """
)
_ALSATIAN_AND_CORSICAN = word_set(
    """
    alois aloyse andria anghjula anghjulu antone antoniu battista battistu carulu dumenica
    dumenicu filippu francesca francescu freddy frieda fritz gertrude ghjacumu ghjiseppu
    ghjulia ghjuliu ghjuvan ghjuvanni gretel hans heinrich helga hilda jurgen katel kathel
    lesia letizia liesel lieselotte lisandru livia lucia ludwig marcu marlyse matteu orsula
    ottilie paolu pasquale petru saveria saveriu sepp stefania stefanu theobald vannina walter
    waltraud wendelin werner wolfgang
    """
)
# Of the overseas territories, and of families that came from elsewhere.
_FROM_OVERSEAS = word_set(
    """
    abdallah abdel abdelaziz abdelkader abdou abdoulaye adama aissata aissatou ali alioune
    amadou amine ana anas anissa anli attoumani awa aziz bakary bilal boubacar carlos cheikh
    cherif demba djamel echati ewa fadila faissoil faouzi farid farida fatiha fatimata
    fatoumata fernando fouad giovanni giuseppe guylene hafid hafida hakim halima hamid hamza
    hanane heimana hicham hina hinano hocine houria idriss idrissa ilham ilyes imane issa jamal
    jamel jamila joao jose kader kadiatou kamal kamel kenza kettly ketty khadidja khaled khalid
    lamia latifa luigi luis malik mansour manutea marco mariam mariama mario matahi miguel mina
    mirella moetai moinaecha mokhtar mouloud mouna mounir mourad moustapha mustafa mustapha
    nabil nadir naima najat nassim nawel nordine nour noura nourdine noureddine oumar ousmane
    paulo pedro poema poerava rabah rabia rachida raimana rania reda redouane ridha rim rosemay
    rosemonde ryad saad said saida saindou salah salif saliha salim salima salma sekou sergio
    slimane sofia sofiane soidiki soifia soraya souad soufiane souleymane stefano tahar taina
    tamatoa tarek tarik tehani teiva temanu teva tevaite toifiya vaea vaiana vaite vaitea wafa
    wahid walid yacine yahya yassin yassine yolene youcef younes youssouf zahra zaidou zaina
    zainaba zakaria zineb zohra zoubida
    """
)
FIRST_NAMES = _FRENCH | _BRETON | _SOUTHERN | _ALSATIAN_AND_CORSICAN | _FROM_OVERSEAS
# After a hyphen alone: « Jean-Noël », « Marie-France ».
SECOND_NAMES = FIRST_NAMES | word_set(
    """
    aime ange celeste colombe eve fleur flore florence france jo lou loup lys max mi noel reine
    victoire
    """
)
# Of them, those that tell something of what they follow: « Énergie Marine », « Terre Rose ».
ALSO_WORDS = word_set("claire clement marguerite marine olivier romain romane rosa rose suzette")
