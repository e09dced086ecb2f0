"""First names common in France, folded: enough to see that a column holds people."""

from __future__ import annotations

from maillage.ingest.word_sets import word_set

# « Martin », « Paris », « Florence » and the like are kept out where they are more often something
# else in a list of organisations.
FIRST_NAMES = word_set(
    """
    adam adele adeline adrien agathe agnes ahmed aicha alain alban albert alexandra alexandre
    alexis alice alicia aline alix amandine amaury amelie amina aminata anais andre andrea
    angelique anita anna anne annette annick annie anthony antoine antoinette antonio arlette
    armand armelle arnaud arthur audrey augustin aurelie aurelien axel aymeric baptiste barbara
    bastien beatrice benedicte benjamin benoit bernadette bernard bertrand blandine brigitte
    bruno camille carine carole caroline catherine cecile cedric celine chantal charles
    charlotte chloe christelle christian christiane christine christophe claire claude claudine
    clemence clement colette coralie corentin corinne cyril cyrille damien daniel daniele
    danielle david deborah delphine denis denise didier dominique dorothee edith edmond edouard
    elisabeth elise elodie emilie emma emmanuel emmanuelle eric ernest erwan estelle etienne
    eugene eva evelyne fabien fabienne fabrice fanny fatima fatou felix flavien florent florian
    francis franck francois francoise frederic frederique gabriel gael gaelle gaetan gaston
    genevieve georges gerald gerard ghislain ghislaine gilbert gilles ginette goulven gregory
    guillaume guy gwenael gwenaelle hassan helene henri henriette herve hugo hugues ibrahim ines
    ingrid irene isabelle jacqueline jacques jean jeanne jeannine jennifer jeremy jerome
    jocelyne joel joelle johanna jonathan jordan joseph josette josiane julie julien juliette
    justine karim karine kevin khadija laetitia laura laure laurence laurent lea leila leo leon
    leonie liliane lionel lisa lise loic louis louise luc lucas lucie lucien lucile ludovic
    lydie madeleine maelle magali maiwenn malika malo mamadou manon marc marcel marcelle margot
    marguerite maria marianne marie marilyne marine marion martine mathias mathieu mathilde
    mathis matthieu maud maurice maxime mehdi melanie melissa michael michel michele micheline
    mickael mireille mohamed monique morgane moussa muriel mylene myriam nadege nadia nadine
    nathalie nicolas nicole nina noelle noemi noemie nolwenn nora oceane odette odile olivier
    omar ophelie oscar paola pascal pascale patrice patricia patrick paul paulette pauline
    philippe pierre pierrick quentin rachel rachid raphael raymond regine regis remi renaud rene
    renee richard robert rodolphe roger roland romain ronan rosalie rose roxane rozenn sabine
    sabrina samia samir samuel sandra sandrine sara sarah sebastien serge severine simeon simon
    simone soazig solange solene sonia sophie stephane stephanie suzanne sylvain sylvie tanguy
    tatiana theo therese thibaud thibault thibaut thierry thomas tristan valentin valentine
    valerie vanessa veronique vianney victor victoria vincent violaine virginie viviane vivien
    xavier yann yannick yasmine yoann yohan youssef yvan yves yvette yvonne zoe
    """
)
# Of them, those that tell something of what they follow: « Énergie Marine », « Terre Rose ».
ALSO_WORDS = word_set("claire clement marguerite marine olivier romain rose")
