package org.cleanclaim.app.statement;

/// The tone of a statement by its place in the row.
public enum Notice {
  FIRST("", ""),
  REMINDER(
      "This is a friendly reminder. If you have paid, thank you: nothing more to do.",
      "Este es un recordatorio. Si ya pagó, gracias: no tiene que hacer nada más."),
  FINAL(
      "This is the last notice. If we do not hear from you within 30 days, the amount may go to a"
          + " collection agency. Call us before that: we can set up a payment plan, and you may"
          + " apply for financial help.",
      "Este es el último aviso. Si no sabemos de usted en 30 días, la cantidad puede pasar a una"
          + " agencia de cobros. Llámenos antes: podemos acordar un plan de pagos, y puede pedir"
          + " ayuda financiera.");

  private final String english;
  private final String spanish;

  Notice(String english, String spanish) {
    this.english = english;
    this.spanish = spanish;
  }

  public static Notice of(int step, BillingPolicy policy) {
    if (step >= policy.statementsBeforeCollection()) return FINAL;
    return step == 1 ? FIRST : REMINDER;
  }

  public String text(Language language) {
    return language.of(english, spanish);
  }
}
