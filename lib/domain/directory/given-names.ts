/**
 * Given names common among people in Germany, lower case without accents. Only used to tell "Maria Luisa de Souza"
 * from "Olga Spivak de Weissmann" in directories that give a full name in one field.
 */
const names = `
achim adam adele adelheid adnan adrian agata agnes agnieszka ahmad ahmed ahmet alaa albert albrecht aleksandra alena
alessandra alessandro alev alex alexander alexandra alexandre alexej alfons alfred ali alice alicia alina aliya alma
almut alois alwin amalia amanda amelie amina amir amira ana anastasia andre andrea andreas andrei andrej andrzej
anette angela angelika angelina anika anita anja anka anke ann anna annabel annabell annalena anne annegret anneke
annelie annelies anneliese annemarie annett annette annika antje anton antonia antonio antonius anuschka ariane arif
armin arndt arne arno arnold arthur artur asli astrid asya august augustin aurelia axel ayhan ayla aylin ayse aysegul
aysun baris barbara bastian beata beate beatrice beatriz beatrix ben benedict benedikt benjamin benno berit bernadette
bernd bernhard bert berthold bertram betina bettina bianca bilal birgit birgitt birgitta birte bjorn bodo bogdan boris
britta brigitta brigitte bruna bruno burak burkhard cagla can canan carina carl carla carlo carlos carlotta carmen
carola carolin carolina caroline carsten caspar catarina catharina cathrin cecilia celine cem cemil charlotte chiara
chris christa christel christian christiana christiane christin christina christine christof christoph christopher
cihan claas clara clarissa claudia claudio claus clemens conny constantin constanze cordula corina corinna cornelia
cornelius cosima cristina daan dagmar damian dana daniel daniela daniele danuta daria dariusz david deborah deniz denise
dennis derya detlef detlev diana diego dieter dietlinde dietmar dietrich dilan dilara dilek dimitra dimitri dimitrios
dina dirk dominic dominik dominique donata dora doreen doris dorit dorota dorothea dorothee duygu eberhard ebru eckart
eckhard edda edeltraud edgar edith eduard egon ehsan eike eileen ekaterina ekkehard elena eleni eleonora eleonore elfi
elfriede elias elif elina elisa elisabeth elise elke ella ellen elmar elsa elvira emanuel emel emil emilia emily emin
emine emma emre enno enrico erdem erhard eric erich erik erika ernst erol erwin esin esma esra esther ester eugen eugenia
eva evelin eveline evelyn ewa ewald fabian fabio fabienne fadi falk farid fatih fatima fatma felicitas felix ferdinand
feyza figen filip filiz fiona flora florian florentine francesca francesco francisco franciska frank franka franz
franziska frauke frederic frederik frederike frida frieda friedemann friederike friedhelm friedrich fritz gabi gabriel
gabriela gabriele galina gamze georg georgia georgios gerald gerd gerda gerhard gerlinde germaine gernot gero gert gertrud
gesa gesche gianna gilbert gina giovanna giovanni gisela giulia giuseppe gizem goetz gokhan gonca gordana gottfried grazyna
gregor greta grete grit grzegorz gudrun guido gulay gulcan gulsen gunda gunnar gunter gunther gunthild gustav hakan halina
halil hamid hamza hanna hannah hannelore hannes hans harald hardy harriet hartmut hasan hassan hatice hedda hedwig heide
heidemarie heidi heidrun heike heiko heiner heinrich heinz helen helena helene helga hella hellmut helmut hendrik henning
henriette henrik henry herbert heribert herma hermann hermine herta hilde hildegard hilke hilmar holger horst hubert hubertus
hugo huseyin ibrahim ida ignaz igor ilka ilona ilse imke immo imran ina ines inessa inga inge ingeborg ingmar ingo ingrid
inka insa iolanda irena irene irina iris irma irmgard irmtraud isa isabel isabell isabella isabelle ismail ivan ivana
ivonne iwona izabela jaan jaap jacek jacob jacqueline jakob jan jana janek janet janette janin janina janine janna jannik
jannis jaqueline jaroslaw jasmin jasmina jasper javier jean jeanette jeannette jelena jenni jennifer jenny jens jeremias
jerzy jessica jette jil jill jo joachim joana joanna jochen joel joerg johann johanna johannes john jolanta jonas jonathan
joost jorg jorge jorn jose josef josefa josefine joseph josephine joschka joscha joy juan judith jule julia julian juliana
juliane julie juliette julius juri jurgen juergen justin justina justus jutta kai kaja kamil kamila karen kari karim karin
karina karl karla karlheinz karola karolin karolina karoline karsten katarina katarzyna kathalin katharina katharine kathi
kathleen kathrin kati katinka katja katrin kay kemal kerem kerstin kilian kim kira kirsten kirstin kjell klara klaudia klaus
knut konrad konstantin konstantinos konstanze korbinian kordula korinna kornelia kristian kristiane kristin kristina
kristine krystyna krzysztof kurt lale lara larissa lars lasse laura laurens laurenz lea leander leif leila lena lennart leo
leon leona leonard leoni leonie leonid leonhard leonore leopold leslie levent leyla lia liane lidia lidija liesel lieselotte
lili lilian liliana lilli lilly lina linda linus lioba lisa lisbeth liselotte liv livia ljiljana loreen lorena lorenz lothar
lotta lotte lou louis louisa louise luca lucia luciana lucie ludger ludmila ludmilla ludwig luigi luis luisa luise lukas
lutz lydia lynn maartje madeleine madita magda magdalena magnus mahmoud maike maja malgorzata malin malte mandy manfred manja
manon manuel manuela mara marc marcel marcin marco marcus marek maren margaret margareta margarete margarethe margarita margit
margot margret margrit maria mariam marian mariana marianne marie mariella marietta marija marika marina mario marion marisa
marit marita marius mariusz marjan mark marko markus marleen marlen marlene marlies marlis marta martha martin martina martine
marvin mary maryam matej mateusz mathias mathilda mathilde mats matteo matthias matthaus maurice mauro max maximilian maya
mechthild mehmet meike meinhard meinolf melanie melek melina melissa melitta meltem mert merve meryem mia michael michaela
michal michel michele michelle miguel mihaela mika mike mikhail milan milena mina mira miriam mirja mirjam mirko miroslav
mirela mohamad mohamed mohammad mohammed moira mona monica monika monique moritz muhammed murat musa mustafa myriam nadia
nadin nadine nadja nael nana nancy naomi nastasja natalia natalie natascha natasha nathalie nazan nele nelly nesrin nevin
niclas nicola nicolas nicole nico niels nihal niklas niko nikola nikolai nikolaos nikolas nikolaus nils nina nino noah noemi
nora norbert norma nour nuran nuray nuria nurcan ocean ole olaf oleg olena olga olivia oliver omar omer onur orhan oriana
ortrud ortwin oskar osman oswald otmar otto ozan ozge ozgur ozlem pablo pamela paola pascal pascale patricia patrick patrik
patrizia paul paula pauline pavel pawel pedro pelin peer per petar peter petra petros philip philipp philippa philomena pia
pierre piotr pinar rabea rabia rachel radoslaw rafael rafal raffaela raimund rainer ralf ralph ramona raoul raphael raphaela
rasmus rebecca rebekka regina regine regula reiner reinhard reinhild reinhold rena renata renate rene resi ria ricarda ricardo
richard riccarda rike rita robert roberta roberto robin rocio roger roland rolf roman romana romy ronald ronja rosa rosalie
rosalinde rosemarie rosi roswitha roxana roya ruben rudiger rudolf rukiye rupert ruth sabina sabine sabrina sahra said salome
saloua sami samira samuel sandra sandro sara sarah sascha saskia sebastian sefa selcuk selin selina selma sema semra serap
serdar serena sergej serkan sevda sevgi sevil sevim sharon sibel sibylle siegbert siegfried sieglinde siegmund siglinde sigmar
sigrid sigrun sigurd silja silke silvana silvia silvio simon simona simone sina sinan sofia sofie sofija sohrab sonay song
songul sonja sophia sophie soraya soren stanislaw stefan stefania stefanie steffen steffi stella stephan stephanie steve sully
sunje susan susana susann susanna susanne suse suzana svea sven svenja svetlana swantje swetlana sybille sylke sylvia sylwia
tabea tadeusz tamara tami tanja tania tarek tarik tatiana tatjana tayfun teresa theo theodor theres theresa therese theresia
thekla thilo thomas thore thorben thorsten thomasz tiago tibor tilman tillmann till tim timo timm timur tina tobias tom tomas
tomasz torben torsten traudl traute tristan tuba tugba tulay turan ubbo udo ugur ulf uli ulla ulrich ulrika ulrike umut ursel
ursula uschi uta ute utz uwe valentin valentina valeria valerie vanessa vasiliki vera verena vera veronica veronika vesna
victor victoria viktor viktoria vincent vinzenz viola violetta virginia vivian viviane vladimir volkan volker waldemar walburga
walter waltraud wanda wassili wenke werner wibke wieland wiebke wieslaw wilfried wilhelm wilhelmine willi willibald wilma
winfried wojciech wolf wolfgang wolfram xaver xenia yael yana yara yasemin yasin yasmin yasmina yavuz yesim yildiz yilmaz yolanda
younes yulia yuri yusuf yves yvonne zehra zeki zeliha zeynep zita zoe zofia zoran zuhal zuzana
`;

const known = new Set(names.trim().split(/\s+/));

/** Whether a word is a common given name; of "Hans-Peter" both parts count. */
export function isGivenName(word: string): boolean {
  const plain = word
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ı", "i")
    .replaceAll("ł", "l")
    .replaceAll("ø", "o")
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f]/g, "");
  return plain.split("-").every((part) => known.has(part));
}
