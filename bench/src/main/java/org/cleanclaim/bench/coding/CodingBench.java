package org.cleanclaim.bench.coding;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cleanclaim.bench.Figures;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.store.CodeStore;
import org.cleanclaim.coding.CodingEngine;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.party.Sex;

/// Measures suggested codes with the installed code sets: until the engine is ready the first time
/// and every other time, its memory, and how many notes it reads in a second. Takes the notes of a
/// folder (`*.txt`), or its own invented visit. Times are those of the processor, so that other
/// work on the machine does not count.
public final class CodingBench {
  private static final int ROUNDS = 12;
  private static final long ROUND_NANOS = 1_000_000_000L;

  private static final String VISIT =
      """
      CHIEF COMPLAINT

      Follow-up of diabetes and a swollen left ankle.

      HISTORY OF PRESENT ILLNESS

      The patient is a 58-year-old woman with type 2 diabetes and hypertension who comes in for a
      follow-up. Two days ago she slipped on wet stairs at home and twisted her left ankle. She can
      bear weight, with pain on the outer side. She denies numbness, chest pain, shortness of breath
      and fever. Her sugars at home were between 150 and 190 in the last month. She takes metformin
      twice a day and lisinopril every morning. She has a history of asthma as a child. Her mother
      had breast cancer. She quit smoking ten years ago.

      REVIEW OF SYSTEMS

      Respiratory: no cough, no wheezing.
      Gastrointestinal: occasional heartburn after large meals, no nausea or vomiting.
      Musculoskeletal: left ankle pain and swelling.

      PHYSICAL EXAM

      Blood pressure 146/88, pulse 78. Lungs clear, heart regular without murmur. Left ankle with
      swelling and tenderness over the lateral ligaments, no deformity, pulses normal. Feet without
      ulcers, sensation to monofilament reduced at both great toes.

      RESULTS

      X-ray of the left ankle shows no fracture. Hemoglobin A1c is 8.4 %. Creatinine is normal.

      ASSESSMENT AND PLAN

      1. Sprain of left ankle.
      - Medical Reasoning: The X-ray shows no fracture; the mechanism and the exam fit a sprain of the
        lateral ligaments.
      - Medical Treatment: Ice, elevation, a lace-up brace for two weeks, ibuprofen as needed.

      2. Type 2 diabetes mellitus with hyperglycemia.
      - Medical Reasoning: Not at goal with metformin alone; early polyneuropathy is possible.
      - Additional Testing: Nerve conduction if the numbness goes on; urine albumin today.
      - Medical Treatment: We add empagliflozin 10 mg.

      3. Essential hypertension.
      - Medical Treatment: Lisinopril is raised to 20 mg.

      4. Gastroesophageal reflux disease.
      - Patient Education and Counseling: Smaller meals, no late dinner.
      """;

  private CodingBench() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 1 || arguments.length > 2) {
      System.err.println("usage: CodingBench CODESETS [NOTES]");
      System.exit(2);
    }
    List<String> notes = arguments.length == 2 ? read(Path.of(arguments[1])) : List.of(VISIT);
    CodeStore store = CodeStore.at(Path.of(arguments[0]));
    ready(store, "Suggested codes, first engine of these tables ready in ms");
    ready(store, "Suggested codes, every other engine ready in ms");
    long before = Figures.heap();
    CodingEngine engine = ready(store, "Suggested codes, the same with a warm program in ms");
    Figures.row("Suggested codes, heap of an engine in MB", (Figures.heap() - before) / 1_000_000);
    measure(engine, notes);
  }

  private static CodingEngine ready(CodeStore store, String title) throws IOException {
    long began = processorNanos();
    CodeSets codeSets = store.open();
    CodingEngine engine = CodingEngine.of(codeSets, day(codeSets));
    engine.propose(documentation(VISIT, day(codeSets)));
    Figures.row(title, (processorNanos() - began) / 1_000_000);
    return engine;
  }

  private static LocalDate day(CodeSets codeSets) {
    return codeSets.editions(CodeSystem.ICD10CM).stream()
        .map(Edition::period)
        .max(Comparator.comparing(period -> period.from()))
        .orElseThrow()
        .from();
  }

  private static void measure(CodingEngine engine, List<String> notes) {
    List<Documentation> documents =
        notes.stream().map(text -> documentation(text, LocalDate.of(2026, 6, 1))).toList();
    long characters = notes.stream().mapToLong(String::length).sum() / notes.size();
    Figures.row("Suggested codes, mean characters of a note", characters);
    long best = 0;
    long suggested = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long began = processorNanos();
      long read = 0;
      suggested = 0;
      while (processorNanos() - began < ROUND_NANOS) {
        for (Documentation each : documents) {
          suggested += engine.propose(each).suggestions().size();
        }
        read += documents.size();
      }
      best = Math.max(best, read * 1_000_000_000L / (processorNanos() - began));
      suggested = suggested * documents.size() / read;
    }
    Figures.row("Suggested codes, codes of all these notes", suggested);
    Figures.row("Suggested codes, notes a second of a core, best of " + ROUNDS + " rounds", best);
  }

  /// What this thread had of the processor, whatever else the machine does.
  private static long processorNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static Documentation documentation(String text, LocalDate day) {
    return new Documentation("note", text, EncounterSetting.OUTPATIENT, day, null, Sex.UNKNOWN);
  }

  private static List<String> read(Path folder) throws IOException {
    var notes = new ArrayList<String>();
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        notes.add(Files.readString(file));
      }
    }
    if (notes.isEmpty()) throw new IOException("no *.txt in " + folder);
    return notes;
  }
}
