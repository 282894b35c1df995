package org.cleanclaim.coding.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Pacemakers and defibrillators that stay in the body. The generator in its pocket and each lead
/// in its chamber are procedures of their own (Official Guidelines B3.2a; Index: Pacemaker, Cardiac
/// Lead); to change a generator is to remove one and to insert another (B6.1, definition of
/// Removal). Tables 0JH, 0JP, 02H, 02P.
final class CardiacRhythmDevices {
  private static final String KINDS =
      "pacemakers?|ppm|pacers?|a?icd|(?:cardioverter )?defibrillators?|crt(?:[-"
          + " ]?[pd])?|biv(?:entricular)?|bi-v(?:entricular)?|resynchronization|(?:pulse"
          + " )?generators?";
  private static final Pattern KIND = Pattern.compile("\\b(?:" + KINDS + ")\\b(?! leads?\\b)");
  private static final Pattern RHYTHM =
      Pattern.compile(
          "\\b(?:pacemakers?|ppm|pacers?|pacing|a?icd|defibrillators?|crt(?:[-"
              + " ]?[pd])?|biv\\w*|bi-v\\w*|resynchronization|dual[- ]chamber|single[-"
              + " ]chamber)\\b");

  /// What has tables or values of another kind.
  private static final Pattern OTHER =
      Pattern.compile(
          "\\b(?:temporary|transcutaneous|external|wearable|leadless|intracardiac|subcutaneous"
              + " (?:icd|implantable|cardioverter|defibrillator)|s-icd|interrogat\\w+|reprogram\\w*"
              + "|programming|spinal|nerve|neurostimulator|stimulator|brain|bladder)\\b");

  private static final Pattern PUT_IN =
      Pattern.compile("\\b(?:implant\\w*|(?:re)?insert\\w*|(?:re)?plac(?:ed|ement)|upgrad\\w+)\\b");
  private static final Pattern CHANGED =
      Pattern.compile("\\b(?:chang\\w+|exchang\\w+|replac\\w+|changeout|upgrad\\w+)\\b");
  private static final Pattern TAKEN_OUT =
      Pattern.compile("\\b(?:remov\\w+|explant\\w*|extract\\w+)\\b");
  private static final Pattern LEAD = Pattern.compile("\\bleads?\\b");
  private static final Pattern LED_IN =
      Pattern.compile(
          "\\b(?:inserted|placed|advanced|positioned|implanted|passed|fixated|screwed|deployed)\\b");
  private static final Pattern OLD_LEAD =
      Pattern.compile("\\b(?:existing|old|chronic|previous\\w*|extracted|removed|explanted)\\b");

  private static final Pattern RESYNCHRONIZATION =
      Pattern.compile("\\b(?:crt(?:[- ]?[pd])?|biv\\w*|bi-v\\w*|resynchronization)\\b");
  private static final Pattern DEFIBRILLATOR =
      Pattern.compile("\\b(?:a?icd|defibrillators?|crt[- ]?d)\\b");
  private static final Pattern DUAL = Pattern.compile("\\b(?:dual[- ]chamber|dddr?)\\b");
  private static final Pattern SINGLE = Pattern.compile("\\b(?:single[- ]chamber|vvir?|aair?)\\b");
  private static final Pattern RATE = Pattern.compile("\\b(?:rate[- ]respons\\w+|vvir|aair)\\b");
  private static final Pattern ABDOMINAL = Pattern.compile("\\babdom\\w+ (?:pocket|wall)\\b");
  private static final Pattern EPICARDIAL =
      Pattern.compile("\\b(?:epicardial\\w*|thoracotomy|thoracoscop\\w+)\\b");

  private CardiacRhythmDevices() {}

  /// Whether the words name what is done with such a device or its leads.
  static boolean isNamed(String clause, String line) {
    if (OTHER.matcher(line).find() || !RHYTHM.matcher(line).find()) return false;
    boolean isDevice = KIND.matcher(clause).find() || LEAD.matcher(clause).find();
    return isDevice
        && (PUT_IN.matcher(clause).find()
            || CHANGED.matcher(clause).find()
            || TAKEN_OUT.matcher(clause).find());
  }

  /// One for the generator that went, the one that came, and each lead.
  static List<Meant> meant(String clause, String line, String described) {
    boolean hasGenerator = KIND.matcher(clause).find();
    boolean isOut = TAKEN_OUT.matcher(clause).find() || CHANGED.matcher(clause).find();
    boolean isIn = PUT_IN.matcher(clause).find() || CHANGED.matcher(clause).find();
    var meant = new ArrayList<Meant>();
    if (hasGenerator && isOut) {
      meant.add(Meant.of("0JPT", List.of("Cardiac Rhythm Related Device", "Open")));
    }
    if (hasGenerator && isIn) meant.add(generator(clause, line, described));
    boolean hasLead = LEAD.matcher(clause).find();
    if (hasLead && TAKEN_OUT.matcher(clause).find()) {
      meant.add(Meant.of("02PA", List.of("Cardiac Lead", "Percutaneous")));
    }
    if (isIn) meant.addAll(leads(clause, line, described, hasLead));
    return List.copyOf(meant);
  }

  /// A pocket is cut for it below the skin of the chest, unless the record names the abdomen.
  private static Meant generator(String clause, String line, String described) {
    var values = new ArrayList<>(List.of("Open"));
    for (String told : List.of(clause, line, described)) {
      Optional<String> kind = kind(told);
      kind.ifPresent(values::add);
      if (kind.isPresent()) break;
    }
    boolean isAbdominal = ABDOMINAL.matcher(line + " . " + described).find();
    return Meant.of(isAbdominal ? "0JH8" : "0JH6", values);
  }

  private static Optional<String> kind(String told) {
    boolean isDefibrillator = DEFIBRILLATOR.matcher(told).find();
    if (RESYNCHRONIZATION.matcher(told).find()) {
      return Optional.of(
          isDefibrillator
              ? "Cardiac Resynchronization Defibrillator Pulse Generator"
              : "Cardiac Resynchronization Pacemaker Pulse Generator");
    }
    if (isDefibrillator) return Optional.of("Defibrillator Generator");
    if (DUAL.matcher(told).find()) return Optional.of("Pacemaker, Dual Chamber");
    if (!SINGLE.matcher(told).find()) return Optional.empty();
    return Optional.of(
        RATE.matcher(told).find()
            ? "Pacemaker, Single Chamber Rate Responsive"
            : "Pacemaker, Single Chamber");
  }

  /// The leads that the name of the operation says, or else those that were led in where it is
  /// described; with a new generator alone the old ones stay.
  private static List<Meant> leads(String clause, String line, String described, boolean isNamed) {
    String told = line + " . " + described;
    boolean isDefibrillator = DEFIBRILLATOR.matcher(told).find();
    boolean isEpicardial = EPICARDIAL.matcher(told).find();
    boolean isChangeOnly = CHANGED.matcher(clause).find() && !clause.contains("upgrad");
    var meant = new ArrayList<Meant>();
    for (Chamber chamber : Chamber.values()) {
      boolean isSaid = isNamed && chamber.said.matcher(clause).find();
      if (!isSaid && (isChangeOnly || !isLedIn(chamber, described))) continue;
      var values = new ArrayList<String>();
      values.add(
          isDefibrillator && chamber == Chamber.RIGHT_VENTRICLE
              ? "Cardiac Lead, Defibrillator"
              : "Cardiac Lead, Pacemaker");
      if (!isEpicardial) values.add("Percutaneous");
      meant.add(Meant.of(isEpicardial ? chamber.epicardial : chamber.transvenous, values));
    }
    return meant;
  }

  private static boolean isLedIn(Chamber chamber, String described) {
    for (String sentence : described.split("[.;]")) {
      boolean isNew = LED_IN.matcher(sentence).find() && !OLD_LEAD.matcher(sentence).find();
      if (isNew && chamber.said.matcher(sentence).find()) return true;
    }
    return false;
  }

  /// Where a lead ends; that of the left ventricle is led into a vein of the heart unless it is
  /// sewn on.
  private enum Chamber {
    RIGHT_ATRIUM("right atri(?:al|um)|ra|atrial", "02H6", "02H6"),
    RIGHT_VENTRICLE("right ventric(?:ular|le)|rv", "02HK", "02HK"),
    LEFT_VENTRICLE("left ventric(?:ular|le)|lv|coronary sinus", "02H4", "02HL");

    private final Pattern said;
    private final String transvenous;
    private final String epicardial;

    Chamber(String words, String transvenous, String epicardial) {
      this.said =
          Pattern.compile(
              "\\b(?:%1$s)\\b[^.;]{0,45}\\b(?:leads?|electrodes?)\\b|\\b(?:leads?|electrodes?)\\b[^.;]{0,45}\\b(?:%1$s)\\b"
                  .formatted(words));
      this.transvenous = transvenous;
      this.epicardial = epicardial;
    }
  }
}
