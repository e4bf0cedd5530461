-- Lists by votes are answered from a copy; every vote moved its candidate in this index.
DROP INDEX candidate_tallies_ranking ON candidate_tallies;
