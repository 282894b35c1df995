package org.cleanclaim.coding.visit;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.EncounterSetting;
import org.jspecify.annotations.Nullable;

/// Which kinds of visit a note may be of: what it calls itself goes before the setting it was filed
/// under, which a hospital's note in an office's record does not change.
final class VisitKinds {
  private static final Pattern NEW =
      Pattern.compile(
          "\\b(?:new patient|establish(?:ing)? care|new to (?:me|this practice|our practice|our"
              + " clinic))\\b");
  private static final Pattern KNOWN =
      Pattern.compile(
          "\\b(?:established patient|follow[- ]?up (?:visit|appointment|for|of|on)|for follow[-"
              + " ]?up|returns (?:for|to|today)|last (?:visit|seen)|annual)\\b");
  private static final Pattern ADMITTING =
      Pattern.compile(
          "\\b(?:history and physical|h&p|admission note|initial hospital|admitting"
              + " diagnosis|reason for admission)\\b");
  private static final Pattern ROUNDS =
      Pattern.compile(
          "\\b(?:progress note|hospital day|subsequent hospital|overnight events|interval"
              + " (?:history|events))\\b");

  /// Names of notes, at the beginning of a line among the first.
  private static final Pattern DISCHARGE_NOTE =
      title("discharge (?:summary|day|note)|hospital discharge|day of discharge");

  private static final Pattern CONSULTATION_NOTE =
      title(
          "(?:initial |inpatient |outpatient |\\w+ )?consult(?:ation)?(?: note|"
              + " report)?\\s*(?:$|[:\\-–])|reason for consult(?:ation)?|requesting"
              + " (?:physician|provider)");
  private static final Pattern EMERGENCY_NOTE =
      title(
          "emergency (?:department|room|medicine)(?: (?:note|visit|provider"
              + " note|record|report|physician note))?\\s*(?:$|[:\\-–])"
              + "|(?:ed|er) (?:note|visit|provider note|physician note)");
  private static final Pattern EMERGENCY =
      Pattern.compile(
          "\\b(?:emergency (?:department|room) (?:note|visit|provider|record)|ed (?:note|provider"
              + " note))\\b");
  private static final Pattern HOSPITAL_ROUNDS_NOTE =
      title(
          "(?:hospital|inpatient|icu|ward|hospitalist) progress note|subsequent hospital|hospital"
              + " day #?\\d|hd ?#? ?\\d|icu day #?\\d");
  private static final Pattern HOSPITAL_DAY =
      Pattern.compile("\\b(?:hospital day|icu day|hd) ?#? ?\\d+\\b|\\bovernight events\\b");
  private static final Pattern ADMISSION_NOTE =
      title("(?:hospital )?admission (?:note|h&p|history)|admit note|initial hospital");
  private static final Pattern ASKED =
      Pattern.compile(
          "\\b(?:(?:we|i) (?:was|were) (?:asked|consulted)(?: by [^;\\n]{1,40})? (?:to"
              + " (?:see|evaluate)|for)|(?:seen|evaluated) (?:today )?in consultation (?:at the"
              + " request of|for dr|by request)|consulted by dr|thank you for (?:this|the|your)"
              + " (?:kind )?consult(?:ation)?)\\b");
  private static final int HEAD = 300;

  private VisitKinds() {}

  private static Pattern title(String names) {
    return Pattern.compile("^\\W*(?:" + names + ")", Pattern.MULTILINE);
  }

  /// @param kind of visit when it is known; null to read it from the note
  static Map<VisitSetting, String> of(Documentation note, @Nullable VisitSetting kind) {
    var kinds = new LinkedHashMap<VisitSetting, String>();
    if (kind != null) {
      kinds.put(kind, "as asked for");
      return kinds;
    }
    String text = note.text().toLowerCase(Locale.ROOT);
    String head = text.substring(0, Math.min(text.length(), HEAD));
    boolean isStay = note.setting() == EncounterSetting.INPATIENT;
    if (named(kinds, VisitSetting.HOSPITAL_DISCHARGE, DISCHARGE_NOTE, head)) return kinds;
    VisitSetting consultation =
        isStay || HOSPITAL_DAY.matcher(text).find()
            ? VisitSetting.HOSPITAL_CONSULTATION
            : VisitSetting.OFFICE_CONSULTATION;
    if (named(kinds, consultation, CONSULTATION_NOTE, head)) return kinds;
    if (named(kinds, consultation, ASKED, text)) return kinds;
    if (named(kinds, VisitSetting.HOSPITAL_SUBSEQUENT, HOSPITAL_ROUNDS_NOTE, head)) return kinds;
    if (!isStay && named(kinds, VisitSetting.HOSPITAL_INITIAL, ADMISSION_NOTE, head)) return kinds;
    if (!isStay && named(kinds, VisitSetting.HOSPITAL_SUBSEQUENT, HOSPITAL_DAY, head)) return kinds;
    switch (note.setting()) {
      case EMERGENCY -> kinds.put(VisitSetting.EMERGENCY, "the setting");
      case INPATIENT ->
          either(
              kinds,
              text,
              VisitSetting.HOSPITAL_INITIAL,
              ADMITTING,
              VisitSetting.HOSPITAL_SUBSEQUENT,
              ROUNDS);
      case OUTPATIENT -> {
        if (EMERGENCY_NOTE.matcher(head).find() || EMERGENCY.matcher(head).find()) {
          kinds.put(VisitSetting.EMERGENCY, "the note is of an emergency department");
          return kinds;
        }
        either(kinds, text, VisitSetting.OFFICE_NEW, NEW, VisitSetting.OFFICE_ESTABLISHED, KNOWN);
      }
    }
    return kinds;
  }

  private static boolean named(
      Map<VisitSetting, String> kinds, VisitSetting setting, Pattern words, String text) {
    Matcher found = words.matcher(text);
    if (!found.find()) return false;
    kinds.put(setting, "the note says “" + found.group().strip() + "”");
    return true;
  }

  private static void either(
      Map<VisitSetting, String> kinds,
      String text,
      VisitSetting first,
      Pattern firstWords,
      VisitSetting second,
      Pattern secondWords) {
    Matcher one = firstWords.matcher(text);
    Matcher two = secondWords.matcher(text);
    boolean isOne = one.find();
    boolean isTwo = two.find();
    if (isOne == isTwo) {
      kinds.put(first, "the note does not say which");
      kinds.put(second, "the note does not say which");
    } else if (isOne) {
      kinds.put(first, "the note says “" + one.group() + "”");
    } else {
      kinds.put(second, "the note says “" + two.group() + "”");
    }
  }
}
