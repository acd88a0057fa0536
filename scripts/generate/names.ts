/** A hundred given names, for people who don't exist. */
export const firstNames: readonly string[] = `
  aaron abigail adam aisha alan albert alice amir amy ana andre anita anna anton ari arthur astrid bea ben bianca
  boris brian carla carlos cecil chen claire dan daria david deepa diego dora edgar elena eli elsa emil emma erik
  eva farid felix fiona frank gail george gita glen grace greta hana hans heidi hugo ian ida igor ines ivan jack
  jana jean joan john jonas julia kai karen kenji kim lars laura leo lena lin louis lucy luis maria mark maya mia
  mira nadia nils nina noah nora olga omar oscar paul petra quinn rosa ruth samir tara viktor
`
  .trim()
  .split(/\s+/);

/** Two hundred family names. */
export const lastNames: readonly string[] = `
  abbott acosta adler ahmed aker alba allen alvarez amara ames andersen arnold asher atkins bach bailey baker ball
  banks barr bauer beck bell bennett berg black blair bloom boone boyd brandt bright brooks brown burke burns byrne
  cain camp carr carter case chan chase chavez clark cole conrad cook cooper costa cox craig crane cross cruz curtis
  dale daly davis dean diaz dixon doyle drake dunn east eaton ellis emery engel estes evans farrell fay fields finch
  fisher fleming flores forbes ford foster fox franco frey fuchs fuller gale garcia gibson gill glass gomez gordon
  graham grant gray green gross hall hansen hardy harris hart hayes heath hecht henry hill hoff holm hood horn howe
  hudson hughes hunt huang irwin ito jacobs james jensen jones joshi kane kaplan kaya keane keller kelly kent khan
  king klein koch kramer kumar lake lamb lane lang larsen lee lewis lim lind long lopez lowe lund lynch lyon mack
  malik marsh martin mason may meyer miles miller mills moore mora morgan morris moss myers nash neal nguyen nolan
  noor north novak nunez odell olsen ortega owen page park patel payne pearce perez pham pike pope porter price
  quist ramos ray reed reyes rhodes ross
`
  .trim()
  .split(/\s+/);
