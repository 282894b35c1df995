package org.cleanclaim.coding.pregnancy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.assertion.Assertion;
import org.cleanclaim.coding.assertion.AssertionReader;
import org.cleanclaim.coding.document.SectionKind;
import org.cleanclaim.coding.pregnancy.Gestation.Period;
import org.cleanclaim.coding.reading.ReadNote;
import org.cleanclaim.coding.reading.ReadSentence;
import org.jspecify.annotations.Nullable;

/// Reads whether the patient is pregnant or has just given birth, and how many weeks have been
/// completed (Official Guidelines I.C.15.a.3, a.7). What is told of an earlier pregnancy, of
/// somebody else, of a plan or a scan of another day is none.
public final class GestationReader {
  private static final int YOUNGEST = 10;
  private static final int OLDEST = 59;
  private static final int LAST_WEEK = 43;
  private static final int FIRST_WEEK = 4;

  /// The postpartum period in weeks (I.C.15.o.1).
  private static final int PUERPERIUM = 6;

  /// How far before the weeks a word may stand that says what they are of.
  private static final int REACH = 40;

  /// A note without any of these tells of no pregnancy.
  private static final Pattern ANY =
      Pattern.compile(
          "(?i)pregnan|prenatal|antenatal|gestation|obstetric|\\bob visit|postpartum|post-partum"
              + "|\\b(?:ppd ?#|trimester|iup\\b|e?ga:? \\d|g\\d{1,2} ?p\\d|\\d{1,2} ?w ?\\d ?d)"
              + "|\\bs/p (?:nsvd|svd|c-?section|cesarean)");

  private static final Pattern VISIT =
      Pattern.compile(
          "\\b(?:prenatal|antenatal|ob|obstetric(?:al)?)"
              + " (?:visit|care|check\\w*|follow|appointment|patient)");

  private static final Pattern PREGNANT =
      Pattern.compile(
          "\\b(?:(?:is|now|currently|she's|weeks?|wks?|months?) pregnant"
              + "|pregnant (?:patient|woman|female|lady|at)"
              + "|(?:this|current|intrauterine|singleton|single|twin|normal|high[- ]risk)"
              + " pregnancy)\\b");

  /// What the assessment says of its conditions.
  private static final Pattern COMPLICATING =
      Pattern.compile(
          "\\b(?:in|complicating|affecting|of|during|with) (?:this |her |the |a )?pregnancy\\b"
              + "|\\bpregnancy,? (?:complicated by|with)\\b");

  private static final Pattern POSTPARTUM =
      Pattern.compile("(?<!(?:week|month|year)s? )\\bpost-?partum\\b");

  private static final Pattern SAID =
      Pattern.compile(
          "\\b(one|two|three|four|five|six|\\d{1,2})[- ](day|week|wk)s?[- ]"
              + "(?:post-?partum|pp\\b|after (?:her )?(?:vaginal |cesarean )?delivery"
              + "|s/p (?:nsvd|svd|c-?section|cesarean))"
              + "|\\bpost-?partum (?:visit|day|check|week|follow)|\\bppd ?#");

  private static final Pattern WEEKS =
      Pattern.compile(
          "\\b(\\d{1,2}|"
              + String.join("|", WrittenNumber.patterns())
              + ")(?:(?<day>(?: ?\\+ ?|[ -])[0-6](?:/7)?)(?=[ -]?(?:w|wks?|weeks?)\\b))?"
              + "[ -]?(?:weeks?|wks?|w)(?:(?<days>[ ,]*(?:and )?[0-6] ?(?:days?|d)\\b)|\\b)");

  private static final Pattern AGE =
      Pattern.compile(
          "\\b(?:ga|ega|gestational age):?(?: of| is)? ?(\\d{1,2})(?: ?\\+ ?[0-6]\\b|["
              + " -][0-6]/7)?");

  /// Beside weeks without days: what they are weeks of.
  private static final Pattern OF_GESTATION =
      Pattern.compile(
          "gestation|pregnan|\\be?ga\\b|\\biup\\b|prenatal|antenatal|antepartum|obstetric|\\bob\\b"
              + "|\\bg\\d{1,2} ?p\\d");

  /// Who else may be pregnant, or was born.
  private static final Pattern SOMEBODY_ELSE =
      Pattern.compile(
          "\\b(?:wife|partner|spouse|girlfriend|daughter|sister|mother|friend|cousin|coworker)\\b"
              + "[^.;:]*$");

  /// In the office a delivery is an earlier one.
  private static final Pattern DELIVERED = Pattern.compile("\\bdelivered\\b[^.;:]*$");

  private static final Pattern AT = Pattern.compile("\\bat $");

  private static final Pattern OTHER_BEFORE =
      Pattern.compile(
          "\\b(?:for|in|every|q|x|past|last|next|within|over|after|about|than|another) (?:the"
              + " )?$|\\b(?:follow\\w*|return|rtc|scan|ultrasound|sonogram|anatomy|plan\\w*"
              + "|schedul\\w*|will|induc\\w*|repeat|until|prior|previous\\w*|born|birth|loss|since"
              + "|ex)\\b[^.;:,]*$|\\b(?:vomiting|emesis|nausea|sickness) (?:\\w+"
              + " )?(?:began|begun|start\\w*)\\b[^.;:,]*$");

  private static final Pattern OTHER_BEHIND =
      Pattern.compile(
          "[ -](?:ago|post-?partum|pp|after|later|old|out|history|hx|from|status|s/p"
              + "|of (?!gestation|pregnan)|ultrasound|scan|size)");

  private static final Pattern PREGNANCIES =
      Pattern.compile("\\bg ?(\\d{1,2}) ?p ?\\d|\\bgravida (\\d{1,2})|\\b(primigravida|primip)");

  private static final Pattern TRIMESTER =
      Pattern.compile(
          "\\b(?:(?<FIRST>first|1st)|(?<SECOND>second|2nd)|(?<THIRD>third|3rd)) trimester\\b(?!"
              + " (?:screen|scan|ultra|lab))");

  private static final Pattern BABY =
      Pattern.compile(
          "(?i)\\b(?:newborn|neonate|preemie|infant (?:boy|girl|male|female)|\\d+[- ](?:day|week"
              + "|month)[- ]old)\\b");

  private final ReadNote read;
  private final Documentation note;

  private GestationReader(ReadNote read) {
    this.read = read;
    this.note = read.note();
  }

  /// What the note tells; [Gestation#NONE] where the patient cannot be meant.
  ///
  /// @param isWoman whether nothing says that the patient is a man
  public static Gestation read(ReadNote read, boolean isWoman) {
    Integer age = read.note().ageYears();
    boolean isOfAge = age == null || (age >= YOUNGEST && age <= OLDEST);
    if (!isWoman || !isOfAge || !isAnyTold(read)) return Gestation.NONE;
    if (age == null && isOfBaby(read.note().text())) return Gestation.NONE;
    return new GestationReader(read).gestation();
  }

  private static boolean isAnyTold(ReadNote read) {
    return ANY.matcher(read.note().text()).find()
        || read.sentences().stream()
            .flatMap(each -> each.mentions().stream())
            .anyMatch(mention -> Gestation.isOfPregnancy(mention.code()));
  }

  /// The first lines say whose record it is.
  private static boolean isOfBaby(String text) {
    return BABY.matcher(text).region(0, Math.min(text.length(), 200)).find();
  }

  private Gestation gestation() {
    boolean isPregnant = isTold(VISIT) || isTold(PREGNANT) || isNamed();
    List<Weeks> weeks = weeks(isPregnant);
    if (!isPregnant && weeks.isEmpty()) {
      boolean isDelivered = isPuerperium();
      if (!isDelivered) return Gestation.NONE;
      return new Gestation(Period.PUERPERIUM, null, null, List.of(), 0);
    }
    Set<Trimester> told = EnumSet.noneOf(Trimester.class);
    weeks.forEach(each -> told.add(Trimester.ofWeek(each.completed())));
    if (told.isEmpty()) told.addAll(trimesters());
    boolean isOne = weeks.stream().map(Weeks::completed).distinct().count() == 1;
    return new Gestation(
        Period.PREGNANCY,
        told.size() == 1 ? told.iterator().next() : null,
        isOne ? (Integer) weeks.getFirst().completed() : null,
        isOne ? weeks.stream().map(Weeks::at).toList() : List.of(),
        pregnancies());
  }

  /// Whether a diagnosis of the assessment is one of a pregnancy that goes on.
  private boolean isNamed() {
    return read.sentences().stream()
        .filter(each -> each.section() == SectionKind.ASSESSMENT)
        .anyMatch(each ->
            each.mentions().stream()
                    .filter(m -> Gestation.isOfPregnancy(m.code()))
                    .anyMatch(m -> each.said(m.first(), m.last()) == Assertion.AFFIRMED)
                || isTold(each, COMPLICATING));
  }

  private boolean isTold(Pattern words) {
    return read.sentences().stream().filter(this::isOfToday).anyMatch(each -> isTold(each, words));
  }

  private boolean isOfToday(ReadSentence sentence) {
    return switch (sentence.section()) {
      case ASSESSMENT, REASONING, NARRATIVE, NOT_CODED -> true;
      case PLAN, PAST_HISTORY, FAMILY_HISTORY -> false;
    };
  }

  private boolean isTold(ReadSentence sentence, Pattern words) {
    Matcher told = words.matcher(sentence.text());
    while (told.find()) if (isAffirmed(sentence, told.start(), told.end())) return true;
    return false;
  }

  private boolean isAffirmed(ReadSentence sentence, int start, int end) {
    String before = sentence.text().substring(Math.max(0, start - REACH), start);
    if (SOMEBODY_ELSE.matcher(before).find()) return false;
    int from = sentence.sentence().start();
    return AssertionReader.read(note.text(), sentence.sentence(), from + start, from + end)
        == Assertion.AFFIRMED;
  }

  private boolean isPuerperium() {
    for (ReadSentence sentence : read.sentences()) {
      if (!isOfToday(sentence)) continue;
      if (sentence.section() == SectionKind.ASSESSMENT && isTold(sentence, POSTPARTUM)) return true;
      Matcher said = SAID.matcher(sentence.text());
      while (said.find()) {
        String count = said.group(1);
        boolean isEarly =
            count == null || "day".equals(said.group(2)) || WrittenNumber.of(count) <= PUERPERIUM;
        if (isEarly) return true;
      }
    }
    return false;
  }

  private record Weeks(int completed, Evidence at, boolean isAssessed) {}

  /// The weeks of today: those of the assessment where it names some.
  private List<Weeks> weeks(boolean isPregnant) {
    var found = new ArrayList<Weeks>();
    for (ReadSentence sentence : read.sentences()) {
      if (!isOfToday(sentence)) continue;
      weeks(sentence, isPregnant, found);
    }
    List<Weeks> assessed = found.stream().filter(Weeks::isAssessed).toList();
    return assessed.isEmpty() ? List.copyOf(found) : assessed;
  }

  private void weeks(ReadSentence sentence, boolean isPregnant, List<Weeks> found) {
    String text = sentence.text();
    boolean isOfGestation = OF_GESTATION.matcher(text).find();
    boolean isAssessed = sentence.section() == SectionKind.ASSESSMENT;
    Matcher age = AGE.matcher(text);
    while (age.find()) {
      add(sentence, Integer.parseInt(age.group(1)), age.start(), age.end(), found);
    }
    Matcher weeks = WEEKS.matcher(text);
    while (weeks.find()) {
      String before = text.substring(Math.max(0, weeks.start() - REACH), weeks.start());
      boolean isExact = weeks.group("days") != null || weeks.group("day") != null;
      boolean isKnown =
          isExact || isOfGestation || (isPregnant && (isAssessed || AT.matcher(before).find()));
      boolean isOther =
          OTHER_BEFORE.matcher(before).find()
              || (note.setting() == EncounterSetting.OUTPATIENT && DELIVERED.matcher(before).find())
              || OTHER_BEHIND.matcher(text).region(weeks.end(), text.length()).lookingAt();
      if (!isKnown || isOther) continue;
      add(sentence, WrittenNumber.of(weeks.group(1)), weeks.start(), weeks.end(), found);
    }
  }

  private void add(ReadSentence sentence, int weeks, int start, int end, List<Weeks> found) {
    if (weeks < FIRST_WEEK || weeks > LAST_WEEK || !isAffirmed(sentence, start, end)) return;
    int from = sentence.sentence().start() + start;
    int to = sentence.sentence().start() + end;
    var at = new Evidence(note.documentId(), from, to, note.text().substring(from, to));
    found.add(new Weeks(weeks, at, sentence.section() == SectionKind.ASSESSMENT));
  }

  private Set<Trimester> trimesters() {
    var told = EnumSet.noneOf(Trimester.class);
    for (ReadSentence sentence : read.sentences()) {
      if (!isOfToday(sentence)) continue;
      Matcher trimester = TRIMESTER.matcher(sentence.text());
      while (trimester.find()) {
        if (!isAffirmed(sentence, trimester.start(), trimester.end())) continue;
        for (Trimester each : Trimester.values()) {
          if (trimester.group(each.name()) != null) told.add(each);
        }
      }
    }
    return told;
  }

  /// How many pregnancies the patient has had with this one; 0 where the note is not of one mind.
  private int pregnancies() {
    var told = new TreeSet<Integer>();
    for (ReadSentence sentence : read.sentences()) {
      if (sentence.section() == SectionKind.FAMILY_HISTORY) continue;
      Matcher said = PREGNANCIES.matcher(sentence.text());
      while (said.find()) {
        @Nullable String number = said.group(1) != null ? said.group(1) : said.group(2);
        told.add(number == null ? 1 : Integer.parseInt(number));
      }
    }
    return told.size() == 1 ? told.first() : 0;
  }
}
