package org.cleanclaim.codesets.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cleanclaim.codesets.search.MedicalLanguage.Term;

/// A word of a clinical text in the wording that all its synonyms share, and where it stands.
/// `Renal`, `kidneys` and `nephric` have one stem; an abbreviation has the stems of what it stands
/// for, all at its place.
///
/// @param stem serves comparing only
/// @param start of its characters in the text, inclusive
/// @param end exclusive
/// @param optional a nonessential modifier, in brackets as the index prints them
/// @param isCapitals it is written in capitals throughout, as abbreviations are
/// @param isJoined `and` and nothing else stands between the word before and it
public record ClinicalWord(
    String stem, int start, int end, boolean optional, boolean isCapitals, boolean isJoined) {
  private static final MedicalLanguage LANGUAGE = MedicalLanguage.shared();

  /// In notes these more often mean something else: the emergency department, a patient, chest
  /// pain.
  private static final Set<String> AMBIGUOUS =
      Set.of("ed", "pt", "or", "it", "as", "er", "pa", "cp");

  private static final Set<String> FOUND_AT_EXAMINATION =
      Set.of(
          "nl",
          "wnl",
          "normal",
          "neg",
          "negative",
          "unremarkable",
          "benign",
          "unchanged",
          "deferred",
          "exam",
          "shows",
          "showed",
          "reveals",
          "revealed",
          "notable",
          "general",
          "gen",
          "r",
          "l",
          "rt",
          "lt",
          "right",
          "left");

  private static final String GROUP_B = "GBS";
  private static final List<String> STREPTOCOCCUS_B = List.of("group", "b", "strep", "carrier");
  private static final Set<String> CARRIED =
      Set.of("positive", "pos", "carrier", "colonization", "colonized", "colonised");
  private static final Set<String> OF_A_CULTURE =
      Set.of(
          "negative",
          "neg",
          "unknown",
          "status",
          "screen",
          "screening",
          "swab",
          "culture",
          "prophylaxis",
          "bacteriuria");
  private static final Set<String> OF_SATURATION = Set.of("sat", "sats", "saturation", "spo2");
  private static final Set<String> OF_TREATMENT =
      Set.of("med", "meds", "medication", "medications", "treatment", "therapy", "drugs");

  private static final String KIDNEY_DISEASE = "CKD";
  private static final Set<String> KIDNEY_STAGES =
      Set.of("1", "2", "3", "3a", "3b", "4", "5", "i", "ii", "iii", "iiia", "iiib", "iv", "v");
  private static final String STAGE = "stage";

  /// How many characters the item of a list may have.
  private static final int LONGEST_ITEM = 200;

  /// Words that begin something else behind a stage.
  private static final Set<String> JOINING =
      Set.of("and", "with", "due", "secondary", "from", "on", "not", "is", "in", "stable", "at");

  private static final String SECONDARY = LANGUAGE.fold("secondary");
  private static final int TO = " to ".length();
  private static final String METASTASES = "mets";

  private static final String AND = " and ";
  private static final String AMPERSAND = " & ";

  private record Piece(int start, int end) {}

  /// The words of a note between two offsets.
  public static List<ClinicalWord> ofNote(String text, int from, int to) {
    var terms = new ArrayList<Term>();
    List<Piece> pieces = pieces(text, from, to);
    for (int i = 0; i < pieces.size(); i++) {
      String written = text.substring(pieces.get(i).start(), pieces.get(i).end());
      String word = folded(written);
      if (isArticle(text, pieces, i, to) || LANGUAGE.drops(word)) continue;
      boolean isCarried = isCarried(text, pieces, i);
      if (isExamination(text, pieces, i)) continue;
      if (!isCarried && isOfAMeasurement(text, pieces, i)) continue;
      if (isMetabolic(text, pieces, i)) continue;
      List<String> meanings = isSide(text, pieces, i) ? side(written) : meaning(written, word);
      if (isCarried) meanings = STREPTOCOCCUS_B;
      List<String> organ =
          PairedOrgans.meaning(text, from, pieces.get(i).start(), pieces.get(i).end());
      if (!organ.isEmpty()) meanings = organ;
      if (isKidneyStage(text, pieces, i)) terms.add(new Term(LANGUAGE.fold(STAGE), false, i));
      for (String meant : meanings) {
        if (!LANGUAGE.drops(meant)) terms.add(new Term(LANGUAGE.fold(meant), false, i));
      }
    }
    var words = new ArrayList<ClinicalWord>();
    for (Term term : LANGUAGE.canonical(terms)) {
      int start = pieces.get(term.first()).start();
      int end = pieces.get(term.last()).end();
      boolean isJoined = !words.isEmpty() && isAnd(text, words.getLast().end(), start);
      boolean isCapitals = isCapitals(text, start, end);
      var word = new ClinicalWord(term.stem(), start, end, false, isCapitals, isJoined);
      if (words.isEmpty() || !words.getLast().isSame(word)) words.add(word);
    }
    return List.copyOf(words);
  }

  private static boolean isAnd(String text, int from, int to) {
    int length = to - from;
    return (length == AND.length() && text.startsWith(AND, from))
        || (length == AMPERSAND.length() && text.startsWith(AMPERSAND, from));
  }

  /// Whether the words say what causes what stands before them: `secondary to`.
  ///
  /// @param next the word behind it
  public boolean leadsToACause(ClinicalWord next) {
    return stem.equals(SECONDARY) && (next.stem.equals("to") || next.start - end == TO);
  }

  private boolean isSame(ClinicalWord other) {
    return start == other.start && end == other.end && stem.equals(other.stem);
  }

  /// The words of a phrase of the classification; their places mean nothing.
  public static List<ClinicalWord> ofPhrase(String phrase) {
    return LANGUAGE.terms(phrase).stream()
        .map(term -> new ClinicalWord(term.stem(), 0, 0, term.optional(), false, false))
        .toList();
  }

  private static List<Piece> pieces(String text, int from, int to) {
    var pieces = new ArrayList<Piece>();
    int at = from;
    while (at < to) {
      if (!Character.isLetterOrDigit(text.charAt(at))) {
        at++;
        continue;
      }
      int start = at;
      while (at < to && Character.isLetterOrDigit(text.charAt(at))) at++;
      pieces.add(new Piece(start, at));
      if (at + 1 < to
          && (text.charAt(at) == '\'' || text.charAt(at) == '’')
          && text.charAt(at + 1) == 's') {
        at += 2;
      }
    }
    return pieces;
  }

  /// `A` and `a` before another word are the article, not a type.
  private static boolean isArticle(String text, List<Piece> pieces, int i, int to) {
    Piece piece = pieces.get(i);
    char only = text.charAt(piece.start());
    return piece.end() - piece.start() == 1
        && (only == 'a' || (only == 'A' && i == 0))
        && i + 1 < pieces.size()
        && pieces.get(i + 1).start() == piece.end() + 1
        && piece.end() < to;
  }

  /// `PE: ...` and `PE nl` begin what the physical examination found; a pulmonary embolism has the
  /// same letters.
  private static boolean isExamination(String text, List<Piece> pieces, int i) {
    Piece piece = pieces.get(i);
    if (i > 0 || !text.substring(piece.start(), piece.end()).equals("PE")) return false;
    if (piece.end() < text.length() && text.charAt(piece.end()) == ':') return true;
    if (pieces.size() == 1) return false;
    Piece next = pieces.get(1);
    return FOUND_AT_EXAMINATION.contains(folded(text.substring(next.start(), next.end())));
  }

  /// `RA 94%`, `on RA`: room air. `GBS negative`: group B streptococci of a culture. Each has the
  /// letters of a disease.
  private static boolean isOfAMeasurement(String text, List<Piece> pieces, int i) {
    Piece piece = pieces.get(i);
    int length = piece.end() - piece.start();
    String next = i + 1 < pieces.size() ? written(text, pieces.get(i + 1)) : "";
    if (isGroupB(text, piece)) return OF_A_CULTURE.contains(next);
    if (length != 2 || !text.startsWith("RA", piece.start())) return false;
    boolean isOnRoomAir = i > 0 && written(text, pieces.get(i - 1)).equals("on");
    return OF_SATURATION.contains(next)
        || (!next.isEmpty() && next.chars().allMatch(Character::isDigit))
        || (isOnRoomAir && !OF_TREATMENT.contains(next));
  }

  /// `METs`, `more than 4 mets`, `METS: 7`: metabolic equivalents, how much effort somebody bears.
  private static boolean isMetabolic(String text, List<Piece> pieces, int i) {
    String written = text.substring(pieces.get(i).start(), pieces.get(i).end());
    if (!written.equalsIgnoreCase(METASTASES)) return false;
    return written.equals("METs")
        || (i > 0 && isNumber(text, pieces.get(i - 1)))
        || (i + 1 < pieces.size() && isNumber(text, pieces.get(i + 1)));
  }

  private static boolean isNumber(String text, Piece piece) {
    return Character.isDigit(text.charAt(piece.start()));
  }

  private static String written(String text, Piece piece) {
    return folded(text.substring(piece.start(), piece.end()));
  }

  private static boolean isGroupB(String text, Piece piece) {
    return piece.end() - piece.start() == GROUP_B.length()
        && text.startsWith(GROUP_B, piece.start());
  }

  /// `GBS positive`, `positive GBS`, `GBS+`, `colonized with GBS`: group B streptococci, which
  /// somebody carries.
  private static boolean isCarried(String text, List<Piece> pieces, int i) {
    Piece piece = pieces.get(i);
    if (!isGroupB(text, piece)) return false;
    if (text.startsWith("+", piece.end()) || text.startsWith(" +", piece.end())) return true;
    String next = i + 1 < pieces.size() ? written(text, pieces.get(i + 1)) : "";
    if (next.equals("is") || next.equals("status") || next.equals("culture")) {
      next = i + 2 < pieces.size() ? written(text, pieces.get(i + 2)) : "";
    }
    if (CARRIED.contains(next)) return true;
    String before = i > 0 ? written(text, pieces.get(i - 1)) : "";
    if (before.equals("with") || before.equals("for")) {
      before = i > 1 ? written(text, pieces.get(i - 2)) : "";
    }
    return CARRIED.contains(before);
  }

  /// `R ankle`: a letter by itself before a word in small letters is the side; behind a number it
  /// is a measure (`2 L nasal cannula`).
  private static boolean isSide(String text, List<Piece> pieces, int i) {
    Piece piece = pieces.get(i);
    char only = text.charAt(piece.start());
    boolean isLetter = piece.end() - piece.start() == 1 && (only == 'R' || only == 'L');
    if (!isLetter || i + 1 == pieces.size()) return false;
    Piece next = pieces.get(i + 1);
    boolean isBeforeWord =
        text.charAt(piece.end()) == ' '
            && next.start() == piece.end() + 1
            && next.end() - next.start() > 2
            && Character.isLowerCase(text.charAt(next.start()));
    boolean isMeasure = i > 0 && Character.isDigit(text.charAt(pieces.get(i - 1).end() - 1));
    return isBeforeWord && !isMeasure;
  }

  /// `CKD 3b`: a number right behind the disease that has stages is the stage. A number with a full
  /// stop that counts on from one before it is the next item of a list (`2. CKD 3. Gout`), one
  /// before a word a measure (`CKD 3 years`).
  private static boolean isKidneyStage(String text, List<Piece> pieces, int i) {
    if (i == 0) return false;
    Piece piece = pieces.get(i);
    Piece before = pieces.get(i - 1);
    String stage = text.substring(piece.start(), piece.end());
    boolean isBehind =
        text.regionMatches(before.start(), KIDNEY_DISEASE, 0, KIDNEY_DISEASE.length())
            && before.end() - before.start() == KIDNEY_DISEASE.length()
            && piece.start() == before.end() + 1
            && text.charAt(before.end()) == ' ';
    if (!isBehind || !KIDNEY_STAGES.contains(stage.toLowerCase(Locale.ROOT))) return false;
    int end = piece.end();
    if (end == text.length() || !Character.isDigit(text.charAt(end - 1))) return true;
    return switch (text.charAt(end)) {
      case ' ' -> i + 1 == pieces.size() || !isWord(text, pieces.get(i + 1), end);
      case '.', ')' -> !isItem(text, piece);
      case '/', '-', '–' -> false;
      default -> true;
    };
  }

  private static boolean isWord(String text, Piece next, int end) {
    return next.start() == end + 1 && !JOINING.contains(written(text, next));
  }

  /// Whether a number counts on from one before it and begins an item on the same line.
  private static boolean isItem(String text, Piece number) {
    int next = number.end() + 1;
    while (next < text.length() && text.charAt(next) == ' ') next++;
    if (next == text.length() || !Character.isLetter(text.charAt(next))) return false;
    char before = (char) (text.charAt(number.start()) - 1);
    String item = text.substring(Math.max(0, number.start() - LONGEST_ITEM), number.start());
    return item.contains(before + ".") || item.contains(before + ")");
  }

  private static List<String> side(String letter) {
    return List.of(letter.equals("R") ? "right" : "left");
  }

  /// What an abbreviation most likely stands for: it is written in capitals, most of them at least
  /// (`HFpEF`), or small and without a vowel.
  private static List<String> meaning(String written, String word) {
    if (AMBIGUOUS.contains(word) || written.length() < 2 || written.length() > 6) {
      return List.of(word);
    }
    boolean isCapitals =
        written.chars().filter(Character::isUpperCase).count() > 2
            || isCapitals(written, 0, written.length());
    boolean isSmall = written.equals(word) && written.length() > 2 && hasNoVowel(word);
    if (!isCapitals && !isSmall && !word.equals(METASTASES)) return List.of(word);
    List<List<String>> meanings = LANGUAGE.meanings(word);
    return meanings.isEmpty() ? List.of(word) : meanings.getFirst();
  }

  private static boolean isCapitals(String text, int start, int end) {
    for (int i = start; i < end; i++) if (Character.isLowerCase(text.charAt(i))) return false;
    return end - start > 1;
  }

  private static boolean hasNoVowel(String word) {
    return word.chars().allMatch(c -> Character.isLetter(c) && "aeiouy".indexOf(c) < 0);
  }

  private static String folded(String written) {
    String lower = written.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      if (lower.charAt(i) > 127) {
        return Normalizer.normalize(lower, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
      }
    }
    return lower;
  }
}
