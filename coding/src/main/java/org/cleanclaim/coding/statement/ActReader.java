package org.cleanclaim.coding.statement;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.coding.document.SectionKind;
import org.jspecify.annotations.Nullable;

/// Reads whether a service was done, from the words of its clause and the section it stands in.
/// Whatever speaks against it wins: a service that is not reported is found again, one that was
/// never done is a false claim.
public final class ActReader {
  private static final Pattern NEUTRAL =
      Pattern.compile(
          "(?:no|without|denies) (?:immediate |known |apparent |any |significant"
              + " )*(?:complications?|adverse"
              + " (?:reactions?|events?|effects?)|reactions?|incidents?|difficult(?:y|ies)|distress|bleeding|problems?|waste|wastage|discarded)|ordered"
              + " and (?=given|administered|performed)|(?:iv|infusion|line) (?:was"
              + " )?started|start(?:ed)?(?: at| time)?:? ?\\d{1,2}:\\d\\d|not otherwise"
              + " specified|not (?:only|discarded)|none (?:was |were )?(?:wasted|discarded)|may"
              + " have|as ordered|per"
              + " order|consent(?:ed)?[^.,;]{0,60}|risks[^.;]{0,80}(?:discussed|explained|reviewed)(?:"
              + " with[^,.;]{0,40})?");
  private static final Pattern NOT_DONE =
      Pattern.compile(
          "\\b(?:no|not|denies|denied|declin\\w+|refus\\w+|withheld|(?<!pressure |hand[-"
              + " ])held|hold|defer\\w*|without|never|unable|cancel\\w*|contraindicated|wasn't|weren't|didn't|did"
              + " not|aborted)\\b");
  private static final Pattern PLANNED =
      Pattern.compile(
          "\\b(?:will|plan|plans|planned|planning|schedul\\w+|to"
              + " be|recommend\\w*|order|orders|ordered|consider\\w*|discuss\\w*|offer\\w*|advis\\w+|should|return\\w*|due|overdue|if|prn|as"
              + " needed|prescri\\w+|rx|refill\\w*|continu\\w+|start|starts|started|starting|initiat\\w+|resum\\w+|daily|twice|bid|tid|qid|q"
              + " ?\\d+"
              + " ?h(?:ours?|rs?)?|qhs|qam|every|tablets?|capsules?|tabs?|next|tomorrow|needs?|would|can|could|refer|referr\\w+|referral|encourag\\w+|wants?|interested|candidate|pending|instruct\\w*|follow[-"
              + " ]?up for|eligible|awaiting|takes|taking)\\b");
  private static final Pattern EARLIER =
      Pattern.compile(
          "\\b(?:last"
              + " (?:visit|week|month|year|fall|spring|summer|winter|night|january|february|march|april|may|june|july|august|september|october|november|december)|ago|previous(?:ly)?|prior|history"
              + " of|h/o|hx of|s/p|status post|in (?:19|20)\\d\\d|yesterday|already|since|up[-"
              + " ]to[- ]date|utd|in the past|before arrival|en route|by ems|outside"
              + " (?:hospital|facility|clinic)|pharmacy|walgreens|cvs|at (?:another|urgent care|an"
              + " outside)|on admission|had (?:a|an|her|his|their))\\b");
  private static final Pattern DATE =
      Pattern.compile(
          "\\b(\\d{1,2})/(\\d{1,2})(?:/(\\d{2,4}))?\\b|\\b(20\\d\\d)-(\\d\\d)-(\\d\\d)\\b");
  private static final Pattern DONE =
      Pattern.compile(
          "\\b(?:given|gave|administered|received|receives|injected|infused|performed|placed|applied|completed|provided|dispensed|fitted|fit"
              + " with|obtained|done|delivered|tolerated|underwent|carried"
              + " out|instilled|nebulized|supplied|issued|conducted|screened|collected)\\b");
  private static final Pattern HERE =
      Pattern.compile(
          "\\b(?:today|here|in (?:the )?(?:clinic|office)|this visit|at this visit|during"
              + " (?:the|this|today's) visit|in (?:the )?(?:ed|emergency department)|at"
              + " bedside)\\b");
  private static final Pattern NOW = Pattern.compile("\\b(?:today|(?:at )?this visit)\\b");
  private static final Pattern REFUSED = Pattern.compile("\\b(?:declin\\w+|refus\\w+)\\b");
  private static final Pattern DONE_SECTION =
      Pattern.compile(
          "medications administered|medication administration(?: record)?|medications"
              + " given|administered medications|treatment in clinic|treatments given|immunizations"
              + " (?:given|administered)|vaccines"
              + " administered|(?:procedures?|procedure\\(s\\)|operations?)"
              + " performed|operation|operations|operative procedures?|name of procedure|title of"
              + " (?:procedure|operation)|description of (?:procedure|operation)|procedure"
              + " (?:description|details)|procedure in detail|details of procedure|operative"
              + " technique|ed course|emergency department course");
  private static final Pattern TOLD =
      Pattern.compile(
          "hpi|s|cc|history of present illness|subjective|chief complaint|interval"
              + " history|presenting complaint|reason for .*|clinical history|indications?");
  private static final Pattern AT_HOME =
      Pattern.compile(
          "meds|medications|current medications|home medications|discharge medications|admission"
              + " medications|medications on (?:admission|discharge)|allergies.*|discharge"
              + " instructions|patient instructions|instructions|patient education.*|medical"
              + " treatment|additional testing");
  private static final Pattern RECORD =
      Pattern.compile("immunizations|vaccines|health maintenance|preventive care");
  private static final Pattern BORDER =
      Pattern.compile(
          ";| but | however |\\band"
              + " (?=will|plan|then|start|follow|return|schedul|advis|instruct|recommend|declin)|,"
              + " (?=will|then|to |and will|she |he |patient |the patient"
              + " |plan|return|follow|recommend|but|declin)");

  private static final Pattern CONDITION = Pattern.compile("\\b(?:if|unless|when|once|until)\\b");

  /// A clause ends there at the latest; a text without full stops is one sentence.
  private static final int REACH = 400;

  private ActReader() {}

  /// @param start of the words that name the service, in the text
  /// @param servedOn the day of the visit; another date in the clause makes it an earlier service
  public static ActStatus read(Statement said, int start, int end, @Nullable LocalDate servedOn) {
    String words = said.lower().substring(start - said.start(), end - said.start());
    return read(said, start, end, NegativeResult.isOf(words) ? end : said.end(), servedOn);
  }

  /// Of an operation, behind whose first word may stand what it found.
  ///
  /// @param start of the words that the clause is around, in the text
  public static ActStatus readOperation(
      Statement said, int start, int end, @Nullable LocalDate servedOn) {
    return read(said, start, end, start + 1, servedOn);
  }

  private static ActStatus read(
      Statement said, int start, int end, int results, @Nullable LocalDate servedOn) {
    if (said.kind() == SectionKind.PAST_HISTORY || said.kind() == SectionKind.FAMILY_HISTORY) {
      return ActStatus.EARLIER;
    }
    boolean isRecorded = DONE_SECTION.matcher(said.section()).matches();
    if (AT_HOME.matcher(said.section()).matches()) return ActStatus.PLANNED;
    Clause clause = clause(said, start, end, results);
    String whole = told(clause.text());
    String narrow = told(NegativeResult.without(clause.narrow(), clause.results()));
    if (REFUSED.matcher(whole).find() || NOT_DONE.matcher(narrow).find()) {
      return ActStatus.NOT_DONE;
    }
    if (EARLIER.matcher(whole).find() || hasOtherDate(whole, servedOn)) return ActStatus.EARLIER;
    if (PLANNED.matcher(narrow).find()) return ActStatus.PLANNED;
    boolean isHere = HERE.matcher(said.lower()).find();
    if (TOLD.matcher(said.section()).matches() && !isHere) return ActStatus.EARLIER;
    if (RECORD.matcher(said.section()).matches() && !isHere) return ActStatus.EARLIER;
    if (isRecorded || DONE.matcher(told(clause.untilResult())).find()) return ActStatus.DONE;
    return ActStatus.UNCLEAR;
  }

  /// Without what says nothing of whether it was done.
  private static String told(String clause) {
    return NEUTRAL.matcher(clause).replaceAll(" ");
  }

  /// What stands around the words that name a service.
  ///
  /// @param text between the borders
  /// @param narrow between the commas around the words, where that alone says that it was done
  ///   today
  /// @param results behind which place of the narrow one they may begin
  private record Clause(String text, String narrow, int results) {
    /// As far as it tells what was done rather than what it found.
    String untilResult() {
      return narrow.substring(0, NegativeResult.first(narrow, results));
    }
  }

  private static Clause clause(Statement said, int start, int end, int results) {
    int from = Math.max(0, start - said.start() - REACH);
    int to = Math.min(said.lower().length(), end - said.start() + REACH);
    Matcher border = BORDER.matcher(said.lower()).region(from, to);
    while (border.find()) {
      if (border.end() <= start - said.start()) from = border.end();
      else if (border.start() >= end - said.start()) {
        to = border.start();
        break;
      }
    }
    String clause = said.lower().substring(from, to);
    int behind = end - said.start() - from;
    int itemFrom = clause.lastIndexOf(", ", start - said.start() - from) + 1;
    String item = item(clause, itemFrom, behind);
    boolean isDoneByItself =
        DONE.matcher(item).find() && NOW.matcher(item).find() && !CONDITION.matcher(clause).find();
    String narrow = isDoneByItself ? item : clause;
    int ofNarrow = results - said.start() - from - (isDoneByItself ? itemFrom : 0);
    return new Clause(clause, narrow, Math.min(narrow.length(), ofNarrow));
  }

  /// `Mammogram not indicated, flu shot given today`: what stands between the commas around the
  /// words.
  private static String item(String clause, int from, int end) {
    int to = clause.indexOf(", ", end);
    return clause.substring(from, to < 0 ? clause.length() : to);
  }

  private static boolean hasOtherDate(String clause, @Nullable LocalDate servedOn) {
    Matcher date = DATE.matcher(clause);
    while (date.find()) {
      if (servedOn == null) return true;
      boolean isIso = date.group(4) != null;
      int month = Integer.parseInt(isIso ? date.group(5) : date.group(1));
      int day = Integer.parseInt(isIso ? date.group(6) : date.group(2));
      String year = isIso ? date.group(4) : date.group(3);
      boolean isSameYear = year == null || Integer.parseInt(year) % 100 == servedOn.getYear() % 100;
      if (month != servedOn.getMonthValue() || day != servedOn.getDayOfMonth() || !isSameYear) {
        return true;
      }
    }
    return false;
  }
}
