"""First names common in France, folded: enough to see that a column holds people."""

from __future__ import annotations

from maillage.ingest.word_sets import word_set

# « Martin », « Paris », « Florence » and the like are kept out where they are more often something
# else in a list of organisations.
FIRST_NAMES = word_set(
    """
    adele adeline adrien agathe agnes ahmed alain alban albert alexandra alexandre alexis alice
    alicia aline alix amandine amelie amina anais andre andrea angelique anita anna anne annette
    annick annie anthony antoine antoinette antonio armand arnaud arthur audrey aurelie aurelien
    axel barbara baptiste bastien beatrice benedicte benjamin benoit bernadette bernard bertrand
    brigitte bruno camille carine carole caroline catherine cecile cedric celine chantal charles
    charlotte chloe christelle christian christiane christine christophe claire claude claudine
    clemence clement colette coralie corinne cyril damien daniel daniele danielle david deborah
    delphine denis denise didier dominique edith edouard elisabeth elise elodie emilie emma
    emmanuel emmanuelle eric estelle etienne eva evelyne fabien fabienne fabrice fanny fatima
    felix florian francis francois francoise franck frederic frederique gabriel gaelle genevieve
    georges gerald gerard ghislaine gilbert gilles ginette guillaume gregory guy helene henri
    herve hugo hugues ingrid irene isabelle jacqueline jacques jean jeanne jennifer jeremy
    jerome joel joelle johanna jonathan joseph josette josiane julie julien juliette justine
    karim karine kevin laetitia laura laure laurence laurent lea leo liliane lionel loic louis
    louise luc lucas lucie lucien lydie madeleine magali manon marc marcel marguerite maria
    marianne marie marilyne marine marion martine mathieu mathilde matthieu maud maurice maxime
    melanie michel michele micheline mireille mohamed monique morgane muriel mylene myriam
    nadege nadia nadine nathalie nicolas nicole noelle noemie odette odile olivier oceane pascal
    pascale patrice patricia patrick paul paulette pauline philippe pierre quentin rachel
    raphael raymond regine regis remi renaud rene renee richard robert roger roland romain rose
    sabine sabrina samuel sandra sandrine sara sarah sebastien serge severine simon simone sonia
    sophie stephane stephanie suzanne sylvain sylvie tatiana theo therese thibault thierry
    thomas valentin valerie vanessa veronique vincent virginie viviane xavier yannick yasmine
    yann yves yvette yvonne
    """
)
