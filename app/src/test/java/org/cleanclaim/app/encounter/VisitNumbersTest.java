package org.cleanclaim.app.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.practice.Practice;
import org.cleanclaim.app.practice.RegisteredPatients;
import org.cleanclaim.app.practice.Visits;
import org.junit.jupiter.api.Test;

/// Visits that are registered without a number are given one, each its own.
class VisitNumbersTest {
  private static final LocalDate SERVED = LocalDate.of(2026, 1, 5);
  private static final int AT_ONCE = 4;
  private static final int EACH = 8;

  private static String register(Visits visits, Patient patient, String number) {
    return visits.register(patient.id(), number, "OUTPATIENT", "11", SERVED).visitNumber();
  }

  @Test
  void numbersThatCameFromElsewhereArePassedOver() {
    var practice = new Practice("vno", "1511848735");
    var visits = Visits.toFamilyDoctor(practice);
    var patient = new RegisteredPatients(practice).woman("VNO1", "Reed", "1 Quiet Lane", null);
    register(visits, patient, "V000001");
    register(visits, patient, "V000002");
    register(visits, patient, "V000005");
    register(visits, patient, "V999999999999");

    var given = new ArrayList<String>();
    for (int i = 0; i < 4; i++) given.add(register(visits, patient, ""));

    assertThat(given).containsExactly("V000003", "V000004", "V000006", "V000007");
  }

  @Test
  void whoRegisterAtOnceAreGivenNumbersOfTheirOwn() throws Exception {
    var practice = new Practice("vnt", "1663215477");
    var visits = Visits.toFamilyDoctor(practice);
    var patient = new RegisteredPatients(practice).woman("VNT1", "Reed", "2 Quiet Lane", null);
    register(visits, patient, "V000007");
    var work = new ArrayList<Callable<Boolean>>();
    var given = java.util.concurrent.ConcurrentHashMap.<String>newKeySet();
    for (int i = 0; i < AT_ONCE; i++) {
      work.add(() -> {
        for (int n = 0; n < EACH; n++) given.add(register(visits, patient, ""));
        return true;
      });
    }

    try (var desk = Executors.newFixedThreadPool(AT_ONCE)) {
      for (Future<Boolean> done : desk.invokeAll(work)) done.get();
    }

    assertThat(given).hasSize(AT_ONCE * EACH).doesNotContain("V000007");
    assertThat(given).contains("V000001", "V000033");
  }
}
