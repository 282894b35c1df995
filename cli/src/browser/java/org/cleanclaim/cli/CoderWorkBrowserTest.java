package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The work on a chart in real browsers: by the remaining keys, while it changes hands, and with
/// documents that cannot be taken.
@NullUnmarked
class CoderWorkBrowserTest extends ChartsInBrowser {
  @TempDir Path folder;

  @Test
  void whatACoderDecidedBeforeTheChartWasGivenToAnotherIsNotLost() {
    var visit = freshChart("E05");
    try (var hers = context(1440);
        var leads = context(1440)) {
      var page = hers.newPage();
      signIn(page, "casey");
      open(page, visit);
      hers.setOffline(true);
      press(page, "j");
      String first = current(page);
      press(page, "y");
      String second = current(page);
      press(page, "y");
      page.waitForSelector("#changes:has-text('2 changes wait')");

      var lead = leads.newPage();
      signIn(lead, "mara");
      open(lead, visit);
      assertThat(lead.textContent("main")).contains("casey has had this chart open");
      shootBoth(lead, "chart-lead");
      press(lead, "a");
      lead.keyboard().type("ines");
      press(lead, "Tab");
      lead.keyboard().type("Casey has no connection");
      press(lead, "Enter");
      lead.waitForSelector("text=ines has had this chart open");

      hers.setOffline(false);
      page.waitForSelector("#changes:has-text('ines has had this chart open')");
      assertThat(page.textContent("#changes"))
          .contains(
              "Not made: accept " + Icd10Cm.written(first) + ", accept " + Icd10Cm.written(second));
      assertThat(codesOf(visit)).isEmpty();
      page.waitForSelector(".cc-chart[data-may='']");
      shootBoth(page, "chart-given-away");
      page.reload();
      assertThat(page.textContent("#changes"))
          .as("kept")
          .contains(Icd10Cm.written(first), Icd10Cm.written(second));

      press(lead, "a");
      lead.keyboard().type("casey");
      press(lead, "Tab");
      lead.keyboard().type("She is back");
      press(lead, "Enter");
      lead.waitForSelector("text=casey has had this chart open");
      page.reload();
      page.click("text=Make it anyway");
      page.waitForCondition(() -> codes(page).equals(List.of(first, second)));
      assertThat(codesOf(visit)).containsExactly(first, second);
      page.waitForCondition(() -> page.textContent("#changes").isBlank());
    }
  }

  @Test
  void fromTheQueueToTheChartAndBackByKeys() {
    var visit = freshChart("E05");
    try (var context = context(1440)) {
      var page = context.newPage();
      var problems = problems(page);
      signIn(page, "casey");
      press(page, "g");
      press(page, "q");
      page.waitForURL("**/charts");
      press(page, "j");
      String row = (String) page.evaluate("document.querySelector('tr.cc-current').dataset.href");
      press(page, "Enter");
      page.waitForURL("**" + row);

      open(page, visit);
      press(page, "j");
      press(page, "y");
      page.waitForCondition(() -> codes(page).size() == 1);
      press(page, "y");
      page.waitForCondition(() -> codes(page).size() == 2);
      var before = codes(page);
      while (!before.getLast().equals(current(page))) press(page, "k");
      page.waitForResponse(r -> r.url().endsWith("/panes"), () -> press(page, "Alt+ArrowUp"));
      page.waitForCondition(() -> codes(page).equals(before.reversed()));
      press(page, ".");
      assertThat(page.evaluate("document.activeElement.dataset.document")).isNotNull();
      press(page, ",");
      press(page, "Escape");
      assertThat(page.evaluate("document.activeElement === document.body")).isEqualTo(true);
      press(page, "t");
      assertThat(page.evaluate("document.activeElement.name")).isEqualTo("followUp");
      press(page, "Escape");
      page.route("**/changes", route -> route.abort());
      press(page, "u");
      page.waitForSelector("#changes:has-text('No connection: one change waits')");
      page.unroute("**/changes");
      press(page, "Alt+s");
      page.waitForCondition(() -> codes(page).equals(before));
      page.waitForCondition(() -> page.textContent("#changes").isBlank());
      assertThat(problems).isEmpty();
    }
  }

  @Test
  void documentsThatCannotBeTakenAreRefusedInASentenceAndWhatWasTypedStays() {
    var visit = freshChart("E08");
    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page, "casey");
      open(page, visit);
      page.click("text=Add a document");
      page.fill("input[name=name]", "Scan of a letter");
      page.setInputFiles("input[name=file]", file("scan.txt", 12_500_000));
      assertThat(page.evaluate("document.querySelector('input[name=file]').validationMessage"))
          .asString()
          .contains("scan.txt has 12.5 MB; a file of at most 12 MB is taken");
      page.click("details button:text-is('Add')");
      assertThat(page.inputValue("input[name=name]")).isEqualTo("Scan of a letter");
      // Without the page's script the server says it.
      page.evaluate("document.querySelector('input[name=file]').setCustomValidity('')");
      page.click("details button:text-is('Add')");
      page.waitForSelector("text=a file of at most 12 MB is taken");
      shootBoth(page, "document-too-large");
      page.click("a:text-is('Back')");
      page.waitForURL("**/charts/*");

      var binary = new byte[4000];
      for (int i = 0; i < binary.length; i++) binary[i] = (byte) (i * 31);
      add(page, "Picture", new FilePayload("x.bin", "application/octet-stream", binary));
      assertThat(page.textContent("[role=alert]")).isNotBlank();
      assertThat(page.inputValue("input[name=name]")).isEqualTo("Picture");
      shootBoth(page, "document-refused");
      open(page, visit);
      add(page, "Nothing", new FilePayload("x.txt", "text/plain", new byte[0]));
      assertThat(page.textContent("[role=alert]")).contains("holds no text");
      open(page, visit);
      add(
          page,
          "Nota",
          new FilePayload(
              "x.txt",
              "text/plain",
              """
              Paciente de 45 años que acude por dolor de espalda desde hace tres días después de cargar peso en su
              trabajo. No tiene fiebre ni otros síntomas. Se le indica reposo y analgésicos por una semana.
              """
                  .getBytes(StandardCharsets.UTF_8)));
      assertThat(page.textContent("main")).contains("“Nota” is filed.", "Spanish");
      shootBoth(page, "document-spanish");
      open(page, visit);
      add(
          page,
          "Latin",
          new FilePayload(
              "x.txt",
              "text/plain",
              "Addendum: Ménière's disease of the right ear."
                  .getBytes(StandardCharsets.ISO_8859_1)));
      page.waitForSelector("main:has-text('Latin')");
      open(page, visit);
      assertThat(page.textContent(".cc-chart-note")).contains("Ménière's disease");
    }
  }

  private Path file(String name, int size) {
    String sentence =
        "The patient was seen in follow up and the plan was discussed at length again. \n";
    byte[] text = sentence.repeat(size / sentence.length() + 1).getBytes(StandardCharsets.US_ASCII);
    try {
      return Files.write(folder.resolve(name), Arrays.copyOf(text, size));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Page page, String name, FilePayload file) {
    page.click("text=Add a document");
    page.fill("input[name=name]", name);
    page.setInputFiles("input[name=file]", file);
    page.click("details button:text-is('Add')");
    page.waitForLoadState();
  }
}
