package org.cleanclaim.app.statement;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/// A reason in plain words, in both languages.
record Words(String label, String explanation, String spanishLabel, String spanishExplanation) {
  private static final Map<String, String> SPANISH_METHODS =
      Map.of("cash", "efectivo", "check", "cheque", "card", "tarjeta");

  static Words paid(String method, LocalDate on) {
    String by = SPANISH_METHODS.get(method.toLowerCase(Locale.ROOT));
    return new Words(
        "You paid",
        "Payment by %s on %s. Thank you.".formatted(method, Language.ENGLISH.day(on)),
        "Usted pagó",
        "Pago%s del %s. Gracias."
            .formatted(by == null ? "" : " (" + by + ")", Language.SPANISH.day(on)));
  }

  static Words settledBefore() {
    return new Words(
        "Paid or settled before",
        "This part of the visits above was paid or settled earlier.",
        "Pagado o resuelto antes",
        "Esta parte de las visitas de arriba ya se pagó o se resolvió.");
  }

  static Words waiting(String what) {
    return new Words(
        "Not due yet: insurance",
        "Your insurance is not done with this visit. Nothing to pay now. (%s.)".formatted(what),
        "Aún no se debe: seguro",
        "Su seguro no ha terminado con esta visita. No pague nada por ahora.");
  }

  static Words partWaiting(String what) {
    return new Words(
        "Not due yet: insurance",
        "Your insurance is not done with this part of the visit. Nothing to pay for it now. (%s.)"
            .formatted(what),
        "Aún no se debe: seguro",
        "Su seguro no ha terminado con esta parte de la visita. No pague nada por ella por ahora.");
  }

  static Words disputed() {
    return new Words(
        "Not due now: your question",
        "You have asked us to check this. Nothing to pay until we answer.",
        "No se debe ahora: su reclamo",
        "Usted pidió que lo revisemos. No pague nada hasta que le respondamos.");
  }

  static Words putOff() {
    return new Words(
        "Not due now: payment plan",
        "Your payment plan puts this part off to later months.",
        "No se debe ahora: plan de pagos",
        "Su plan de pagos deja esta parte para los meses siguientes.");
  }
}
