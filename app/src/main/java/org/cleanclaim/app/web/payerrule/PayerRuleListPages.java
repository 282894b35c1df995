package org.cleanclaim.app.web.payerrule;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.payerrule.PayerRuleBook;
import org.cleanclaim.app.payerrule.RuleLists;
import org.cleanclaim.app.payerrule.RuleLists.ListedRule;
import org.cleanclaim.app.payerrule.RuleLists.RuleFilter;
import org.cleanclaim.app.payerrule.RuleVersion.State;
import org.cleanclaim.app.payerrule.StarterRule;
import org.cleanclaim.app.web.Csv;
import org.cleanclaim.app.web.CsvAnswer;
import org.cleanclaim.app.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The organization's own rules in a list, and those that come with the product.
@Controller
class PayerRuleListPages {
  private final Pages pages;
  private final RuleLists lists;
  private final PayerRuleBook book;

  PayerRuleListPages(Pages pages, RuleLists lists, PayerRuleBook book) {
    this.pages = pages;
    this.lists = lists;
    this.book = book;
  }

  @GetMapping("/rules/payer")
  ResponseEntity<String> list(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(defaultValue = "") String q) {
    AccessDeniedForActor.unlessEither(Permission.SEE_CLAIM, Permission.WRITE_PAYER_RULE);
    var filter = filter(state, q);
    var values = new LinkedHashMap<String, Object>();
    values.put("rules", lists.rules(filter));
    values.put("filter", filter);
    values.put(
        "starters", (int) StarterRule.all().stream().map(s -> s.rule().id()).distinct().count());
    return pages.page(request, "rules", "Payer rules", "payerrule/list.jte", values);
  }

  @GetMapping(value = "/rules/payer.csv", produces = "text/csv")
  ResponseEntity<String> csv(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(defaultValue = "") String q) {
    AccessDeniedForActor.unlessEither(Permission.SEE_CLAIM, Permission.WRITE_PAYER_RULE);
    var csv =
        new StringBuilder(
            "rule,version,state,title,owner,from,until,saved_at,replayed_at,replay_is_current,claims_touched,denials_prevented,false_holds\n");
    for (ListedRule r : lists.rules(filter(state, q))) {
      csv.append(
              Csv.line(
                  r.ruleId(),
                  r.version(),
                  r.state(),
                  r.title(),
                  r.owner(),
                  r.from(),
                  r.until(),
                  r.savedAt(),
                  r.replayedAt(),
                  r.isReplayCurrent(),
                  r.touched(),
                  r.prevented(),
                  r.falseHolds()))
          .append('\n');
    }
    return CsvAnswer.of("payer-rules.csv", csv.toString());
  }

  @GetMapping("/rules/payer/starter")
  ResponseEntity<String> starters(HttpServletRequest request) {
    AccessDeniedForActor.unless(Permission.WRITE_PAYER_RULE);
    Set<String> copied =
        lists.rules(RuleFilter.ALL).stream().map(ListedRule::ruleId).collect(Collectors.toSet());
    return pages.page(
        request,
        "rules",
        "Starter rules",
        "payerrule/starter.jte",
        Map.of("starters", StarterRule.all(), "copied", copied));
  }

  @PostMapping("/rules/payer/starter")
  ResponseEntity<String> copy(
      @RequestParam(name = "pick", required = false) @Nullable List<String> picks) {
    AccessDeniedForActor.unless(Permission.WRITE_PAYER_RULE);
    book.copyStarters(picks == null ? Set.of() : Set.copyOf(picks));
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/rules/payer?state=DRAFT"))
        .build();
  }

  private static RuleFilter filter(@Nullable String state, String text) {
    return new RuleFilter(
        Arrays.stream(State.values())
            .filter(s -> s.name().equalsIgnoreCase(state))
            .findFirst()
            .orElse(null),
        text.isBlank() ? null : text.strip());
  }
}
