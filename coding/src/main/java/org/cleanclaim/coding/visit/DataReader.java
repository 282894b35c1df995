package org.cleanclaim.coding.visit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.document.SectionKind;
import org.cleanclaim.coding.statement.Statement;
import org.cleanclaim.coding.visit.DecisionMaking.Level;

/// What was ordered, reviewed, interpreted and discussed. Each kind of test counts once, whether it
/// was ordered or its result reviewed.
final class DataReader {
  static final String INTERPRETED = "independent interpretation of a test";
  static final String DISCUSSED = "discussion with an outside clinician";
  static final String HISTORIAN = "independent historian";

  private static final Map<String, Pattern> TESTS = tests();
  private static final Pattern REVIEWED_SECTION =
      Pattern.compile(
          "results|labs|laboratory.*|lab (?:results|data)|imaging|diagnostics|diagnostic"
              + " studies|studies|data(?: reviewed)?|ekg|ecg|additional testing|testing|orders");
  private static final Pattern LOOKED_AT =
      Pattern.compile(
          "\\b(?:order\\w*|obtain\\w*|check\\w*|recheck|repeat|send|sent|draw|get|reviewed|review"
              + " of|review|showed?|shows|reveal\\w*|demonstrat\\w*|was"
              + " (?:normal|negative|positive|unremarkable|elevated)|is"
              + " (?:normal|negative|positive|unremarkable|elevated)|were"
              + " (?:normal|negative|unremarkable)|came back|results?)\\b");
  private static final Pattern OUTSIDE_NOTES =
      Pattern.compile(
          "\\breview\\w*[^.;]{0,50}\\b(?:outside|external|hospital|facility|specialist'?s?|\\w+ologist'?s?|emergency"
              + " department|ed)\\b[^.;]{0,20}\\b(?:records?|notes?|discharge summary|report)\\b");
  private static final Pattern HISTORY_FROM =
      Pattern.compile(
          "\\bindependent historian\\b|\\bhistory (?:is |was"
              + " )?(?:obtained|provided|given|taken|supplied) (?:in part )?(?:from|by) (?:the |his"
              + " |her |patient's"
              + " )*(?:mother|father|parents?|daughter|son|wife|husband|spouse|caregiver|guardian|family|ems|paramedics?|staff)\\b");
  private static final Pattern OWN_READING =
      Pattern.compile(
          "\\b(?:independently|personally) (?:reviewed and"
              + " interpreted|interpreted|viewed|visualized)\\b|\\bmy (?:own |independent"
              + " )*(?:interpretation|read)\\b|\\bi (?:have )?interpreted\\b|\\bindependent"
              + " interpretation\\b");
  private static final Pattern TALKED =
      Pattern.compile(
          "\\b(?:discussed|spoke|conferred|consulted)\\b[^.;]{0,60}\\bwith (?:the |dr\\.?"
              + " ?|on-?call"
              + " )*(?:[a-z]+ologist|[a-z]+ology|surgeon|surgery|specialist|hospitalist|consultant|intensivist|pharmacist|pcp|primary"
              + " care|dr\\b)");

  private DataReader() {}

  private static Map<String, Pattern> tests() {
    var tests = new LinkedHashMap<String, Pattern>();
    for (String line :
        """
        complete blood count=cbc|complete blood count|hemogram
        metabolic panel=bmp|cmp|(?:basic|comprehensive) metabolic panel|chem ?7|electrolytes
        hemoglobin A1c=hemoglobin a1c|hgb ?a1c|hba1c|a1c
        lipid panel=lipid (?:panel|profile)|cholesterol panel
        thyroid test=tsh|thyroid panel|thyroid function|free t4
        urinalysis=urinalysis|urine dip\\w*|ua
        urine culture=urine culture
        blood culture=blood cultures?
        throat test=rapid strep|strep (?:test|screen|swab)|throat culture
        influenza test=(?:flu|influenza) (?:swab|test)
        COVID test=covid(?:-19)? (?:swab|test|pcr|antigen)
        troponin=troponins?
        BNP=bnp|pro-?bnp
        D-dimer=d-?dimer
        lipase=lipase
        liver tests=lfts?|liver (?:function tests?|panel|enzymes)|hepatic panel
        coagulation=inr|pt/inr|coags?
        PSA=psa
        autoimmune panel=autoimmune panel|ana\\b|rheumatoid factor|anti-ccp
        inflammation markers=esr|crp|sed rate|c-reactive protein
        vitamin D=vitamin d level
        iron studies=ferritin|iron studies
        urine albumin=microalbumin|urine albumin
        electrocardiogram=ekg|ecg|electrocardiogram
        echocardiogram=echo|echocardiogram
        stress test=stress test
        chest x-ray=cxr|chest x-?rays?|chest radiograph
        other x-ray=x-?rays?|radiographs?
        CT=ct|cta|ct scan|computed tomography
        MRI=mri|magnetic resonance imaging
        ultrasound=ultrasound|sonogram|doppler
        mammogram=mammogra\\w+
        bone density=dexa|bone density
        spirometry=spirometry|pulmonary function tests?|pfts?
        biopsy report=pathology report|biopsy results?
        """
            .lines()
            .toList()) {
      int equal = line.indexOf('=');
      tests.put(
          line.substring(0, equal), Pattern.compile("\\b(?:" + line.substring(equal + 1) + ")\\b"));
    }
    return tests;
  }

  static List<VisitElement> read(Documentation note, List<Statement> statements) {
    var found = new LinkedHashMap<String, VisitElement>();
    for (Statement said : statements) {
      boolean isOfToday =
          said.kind() != SectionKind.PAST_HISTORY && said.kind() != SectionKind.FAMILY_HISTORY;
      if (!isOfToday) continue;
      boolean isLookedAt =
          REVIEWED_SECTION.matcher(said.section()).matches()
              || LOOKED_AT.matcher(said.lower()).find();
      if (isLookedAt) {
        TESTS.forEach((test, words) -> {
          boolean isCounted =
              found.containsKey(test)
                  || (test.equals("other x-ray") && said.lower().contains("chest"));
          if (!isCounted) add(found, test, words, Level.STRAIGHTFORWARD, said, note);
        });
      }
      add(found, "notes from outside", OUTSIDE_NOTES, Level.STRAIGHTFORWARD, said, note);
      add(found, HISTORIAN, HISTORY_FROM, Level.LOW, said, note);
      add(found, INTERPRETED, OWN_READING, Level.MODERATE, said, note);
      add(found, DISCUSSED, TALKED, Level.MODERATE, said, note);
    }
    return new ArrayList<>(found.values());
  }

  private static void add(
      Map<String, VisitElement> found,
      String what,
      Pattern words,
      Level level,
      Statement said,
      Documentation note) {
    if (found.containsKey(what)) return;
    Evidence evidence = Clause.find(words, said, note.documentId(), note.text());
    if (evidence != null) found.put(what, new VisitElement(what, level, evidence));
  }

  /// Two of the three categories come to high, one to moderate; two tests or notes, or a historian,
  /// to low.
  static Level level(List<VisitElement> data) {
    long items =
        data.stream()
            .filter(d -> d.level() == Level.STRAIGHTFORWARD || d.what().equals(HISTORIAN))
            .count();
    boolean hasHistorian = data.stream().anyMatch(d -> d.what().equals(HISTORIAN));
    int categories = items >= 3 ? 1 : 0;
    categories += data.stream().anyMatch(d -> d.what().equals(INTERPRETED)) ? 1 : 0;
    categories += data.stream().anyMatch(d -> d.what().equals(DISCUSSED)) ? 1 : 0;
    if (categories >= 2) return Level.HIGH;
    if (categories == 1) return Level.MODERATE;
    return items >= 2 || hasHistorian ? Level.LOW : Level.STRAIGHTFORWARD;
  }
}
