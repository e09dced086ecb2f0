"""Words of names of organisations, folded: what bears one is no person, or may not be."""

from __future__ import annotations

from maillage.ingest.word_sets import word_set

# Of legal forms and of authorities: « Mme Dupont SARL » is no person, though she has a title.
ORGANISATION_WORDS = word_set(
    """
    association sarl sas sasu scop scic sa scm sci eurl gie geiq mairie commune communaute ville
    departement region conseil cooperative mutuelle fondation federation union reseau centre maison
    groupe groupement societe pole cae cigales chambre universite ecole lycee institut comite agence
    atelier ateliers espace cie compagnie rurale rurales solidaire solidaires
    """
)
# Of trades and of groups: « Café Louise », « Christine Coiffure ».
TRADE_WORDS = word_set(
    """
    ambulances amicale asso auberge bar batiment bistrot boucherie boulangerie brasserie cabinet
    cafe cantine centrale charpente charpentes chez cinema clinique club coiffure collectif
    college comptoir coop creche creperie cuisine cuisines domaine editions energie energies
    epicerie equipe esplanade etablissements ets fleurs forum foyer fromagerie galerie garage
    garderie gite gymnase hameau hotel imprimerie librairie ludotheque maconnerie magasin
    magazine mediatheque menuiserie mercerie mission mouvement musique musiques ong opticien
    opticiens optique organisation papeterie patisserie pepiniere pepinieres pharmacie plomberie
    poissonnerie pressing primeur primeurs promotion quartier quincaillerie radio recyclerie
    residence ressourcerie restaurant salon scierie secours service services stade studio
    taxi taxis theatre tiers traiteur transport transports velo velos voyages
    """
)
# Of places, things and kin: « Fontaine Claire », « Pain Paul », « Tonton Yann ». Families are
# called so as well, which tells « MOULIN Jean ».
PLACE_WORDS = word_set(
    """
    ane anse arbre ave baie bateau beau beaumont belle blanc blanche bois bon bonne bord bosc bourg
    cap casa castel champ champs chapelle chastel chateau chatel chemin chene cite clos coin col
    cote cour crepe croix dame eau eaux etang ferme fermes fleur fontaine fonts foret fort four
    fournil gare grain graine graines grand grande grange gros haut haute herbe ile jardin jardins
    jeune lac lieu logis mama mamie marche mas mer mere mesnil miel mont montagne moulin mur noir
    noire notre nouveau nouvelle oncle pain palais papi papy parc pays pere petit petite pierre
    place plage plaine plan plateau plessis pomme pont port porte pre puits puy quai rive riviere
    roche rocher rue source square table tante tata terre terres ti tonton tour ty val vallee vent
    verger vert verte vieille vieux vigne villa village villeneuve villers zone
    """
)
# Of them, those that so many families bear that a first name tells it: « Fontaine Pierre ». A mill
# bears first names too: « Moulin Marion ».
FAMILY_WORDS = word_set("beaumont blanc fontaine riviere roche rocher")
