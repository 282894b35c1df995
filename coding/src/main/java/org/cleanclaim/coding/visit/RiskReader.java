package org.cleanclaim.coding.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.document.SectionKind;
import org.cleanclaim.coding.statement.Statement;
import org.cleanclaim.coding.visit.DecisionMaking.Level;
import org.jspecify.annotations.Nullable;

/// The risk of what was decided about tests and treatment.
final class RiskReader {
  private record Rule(String what, Level level, Pattern words) {}

  private static final List<Rule> RULES =
      List.of(
          rule(
              "decision to admit or escalate care",
              Level.HIGH,
              "(?:decision (?:was )?(?:made )?to admit|will be admitted|admit(?:ted)? to (?:the"
                  + " )?(?:hospital|icu|inpatient|observation|medicine|telemetry)|transfer(?:red)?"
                  + " to (?:the )?icu)"),
          rule(
              "decision not to resuscitate or to limit care",
              Level.HIGH,
              "(?:(?:code status changed to|made|elects?|elected|decision for) (?:dnr|do not"
                  + " resuscitate|comfort care|hospice))"),
          rule(
              "drug that needs intensive monitoring for toxicity",
              Level.HIGH,
              "(?:monitor\\w*[^.;]{0,40}(?:for )?toxicity|toxicity monitoring)"),
          rule(
              "controlled drug by vein or needle",
              Level.HIGH,
              "(?:iv"
                  + " (?:morphine|hydromorphone|fentanyl|dilaudid)|(?:morphine|hydromorphone|fentanyl|dilaudid)[^.;]{0,20}\\b(?:iv|im|intravenous))"),
          rule(
              "emergency major surgery",
              Level.HIGH,
              "(?:(?:emergent|emergency)[^.;]{0,30}(?:surgery|laparotomy|craniotomy|\\w+ectomy|operation))"),
          rule(
              "decision about major surgery",
              Level.MODERATE,
              "(?:(?:elects?|elected|wishes|decided|decision|agree\\w*|schedul\\w*|recommend\\w*|proceed)[^.;]{0,50}(?:arthroplasty|(?:hip|knee|shoulder|valve)"
                  + " replacement|bypass|spinal"
                  + " fusion|colectomy|cholecystectomy|hysterectomy|mastectomy|major surgery))"),
          rule(
              "social conditions limit treatment",
              Level.MODERATE,
              "(?:homeless\\w*|housing insecurity|food insecurity|(?:cannot|unable to) afford|lack"
                  + " of (?:transportation|insurance))"),
          rule("therapy", Level.LOW, "(?:physical therapy|occupational therapy)"),
          rule(
              "drug without prescription",
              Level.LOW,
              "(?:over[- ]the[-"
                  + " ]counter|otc|acetaminophen|tylenol|ibuprofen|advil|motrin|naproxen|aleve|saline"
                  + " rinse)"));

  /// Words for handling a drug, then the drug.
  private static final Pattern HANDLED =
      Pattern.compile(
          "\\b(?:start|initiat|prescrib|continu|increas|decreas|adjust|refill|titrat|switch|discontinu|resum|taper)\\w*\\s+(?:(?:on|to|with|taking|her|his|the|a|an|of|current|course|oral|iv|dose|daily|home)\\s+){0,4}([a-z][a-z-]{3,})");

  private static final Pattern DRUG_ENDING =
      Pattern.compile(
          "\\w+(?:pril|sartan|olol|statin|azole|cillin|mycin|floxacin|formin|gliptin|gliflozin|glutide|dipine|thiazide|semide|thyroxine|prazole|tidine|sone|solone|xetine|opram|aline|triptyline|zepam|zolam|codone|morphone|oxicam|triptan|mab|tinib|ovir|cycline|xaban|parin|grel|lukast|terol|tropium|gabalin|pentin|purinol|colchicine|trexate|afil|lamide|lactone|cefdinir|cephalexin|ramadol|amadol)");
  private static final Pattern PRESCRIPTION =
      Pattern.compile(
          "\\b(?:prescription (?:for|given|sent|was)|(?<!as )prescribed|e-?prescribed|rx"
              + " (?:for|sent)|refill(?:ed|s)?"
              + " (?:sent|given)|(?:antibiotics?|insulin|inhaler|steroids?|anticoagulation|warfarin)"
              + " (?:was |were )?(?:started|prescribed|continued|increased|adjusted))\\b");
  private static final Pattern WITHOUT_PRESCRIPTION =
      Pattern.compile("acetaminophen|tylenol|ibuprofen|advil|motrin|naproxen|aleve");
  private static final Pattern NO_DRUG =
      Pattern.compile(
          "physical|therapy|monitor\\w*|exercis\\w*|diet\\w*|regimen|care|home|heat|rest|weight|activit\\w*|observation|follow|with|conservative|lifestyle|fluids?|hydration|testing|treatment|plan|management|medications?|supportive");

  /// Drugs by names that do not end like others of their kind.
  private static final Pattern DRUG_NAME =
      Pattern.compile(
          "insulin|warfarin|heparin|cef\\w+|ceph\\w+|\\w+penem|\\w+bactam|digoxin|lithium|clonidine|hydralazine|nitroglycerin|ondansetron|amiodarone|levetiracetam|phenytoin|carbamazepine|lamotrigine|topiramate|valproate|diltiazem|verapamil|isosorbide|methimazole|nitrofurantoin|trimethoprim|bupropion|trazodone|mirtazapine|buspirone|aripiprazole|quetiapine|antibiotics?|steroids?|anticoagulants?|anticoagulation|diuretics?");

  /// A drug, then that it was handled: `lisinopril increased to 20 mg`.
  private static final Pattern DRUG_FIRST =
      Pattern.compile(
          "\\b([a-z][a-z-]{3,})\\s+(?:\\d[\\d.,]*\\s*(?:mg|mcg|units?|g)\\s+)?(?:(?:was|were|is|will"
              + " be|to"
              + " be|dose)\\s+)*(?:started|initiated|increased|decreased|continued|adjusted|refilled|titrated|switched|discontinued|resumed|tapered|stopped)\\b");

  /// What another practitioner decides is no management of this one.
  private static final Pattern BY_OTHERS =
      Pattern.compile(
          "\\b(?:prescribed|managed|followed|adjusted|titrated|dosed|directed|recommended|per|by|defer(?:red)?"
              + " to|from)\\s+(?:by\\s+|to\\s+)?(?:(?:his|her|their|the|patient's|an|outside)\\s+)*(?:cardiolog\\w+|endocrin\\w+|nephrolog\\w+|neurolog\\w+|oncolog\\w+|psychiatr\\w+|rheumatolog\\w+|pulmonolog\\w+|gastroenterolog\\w+|hematolog\\w+|urolog\\w+|dermatolog\\w+|pain"
              + " (?:clinic|management)|primary care(?:"
              + " \\w+)?|pcp|specialist|(?:coumadin|warfarin|anticoagulation) clinic|other"
              + " (?:provider|doctor|physician))\\b");

  private RiskReader() {}

  private static Rule rule(String what, Level level, String words) {
    return new Rule(what, level, Pattern.compile("\\b" + words + "\\b"));
  }

  static List<VisitElement> read(Documentation note, List<Statement> statements) {
    var found = new ArrayList<VisitElement>();
    for (Statement said : statements) {
      boolean isDecided =
          switch (said.kind()) {
            case ASSESSMENT, REASONING, PLAN -> true;
            case NARRATIVE -> said.section().contains("course") || said.section().isEmpty();
            case NOT_CODED -> said.section().startsWith("discharge disposition");
            default -> false;
          };
      if (!isDecided) continue;
      for (Rule rule : RULES) {
        Evidence words = Clause.find(rule.words(), said, note.documentId(), note.text());
        if (words != null) add(found, rule.what(), rule.level(), words);
      }
      if (BY_OTHERS.matcher(said.lower()).find()) continue;
      Evidence words = Clause.find(PRESCRIPTION, said, note.documentId(), note.text());
      if (words == null && said.kind() != SectionKind.NARRATIVE) words = handledDrug(note, said);
      if (words != null) add(found, "prescription drug management", Level.MODERATE, words);
    }
    return found;
  }

  private static void add(List<VisitElement> found, String what, Level level, Evidence words) {
    if (found.stream().noneMatch(f -> f.what().equals(what))) {
      found.add(new VisitElement(what, level, words));
    }
  }

  private static @Nullable Evidence handledDrug(Documentation note, Statement said) {
    for (Pattern words : List.of(HANDLED, DRUG_FIRST)) {
      Matcher handled = words.matcher(said.lower());
      while (handled.find()) {
        if (!isPrescriptionDrug(note, said, handled)) continue;
        Pattern exact = Pattern.compile(Pattern.quote(handled.group()));
        Evidence found = Clause.find(exact, said, note.documentId(), note.text());
        if (found != null) return found;
      }
    }
    return null;
  }

  /// By its name, its ending, a capital inside a sentence, or a dose behind it.
  private static boolean isPrescriptionDrug(Documentation note, Statement said, Matcher handled) {
    String drug = handled.group(1);
    if (NO_DRUG.matcher(drug).matches() || WITHOUT_PRESCRIPTION.matcher(drug).matches()) {
      return false;
    }
    boolean isFirst = said.lower().substring(0, handled.start(1)).isBlank();
    boolean isName =
        !isFirst && Character.isUpperCase(note.text().charAt(said.start() + handled.start(1)));
    String behind = said.lower().substring(handled.end(1));
    boolean hasDose = behind.matches("\\s*\\d[\\d.,]*\\s*(?:mg|mcg|units?|g)\\b.*");
    return isName
        || hasDose
        || DRUG_NAME.matcher(drug).matches()
        || DRUG_ENDING.matcher(drug).matches();
  }

  static Level level(List<VisitElement> risk) {
    Level most = Level.STRAIGHTFORWARD;
    for (VisitElement element : risk) {
      if (element.level().compareTo(most) > 0) most = element.level();
    }
    return most;
  }
}
