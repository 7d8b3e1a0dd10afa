using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reference;

namespace ApiSpec.Language.Examples;

/// <summary>Compares an example with the group rules of its section. A rule whose values are not all shown can only be exceeded.</summary>
/// <param name="session">The section.</param>
/// <param name="head">Reports on the head; its start line is the place of a missing value.</param>
/// <param name="line">The request line; null: none is printed, so parameters are not shown.</param>
/// <param name="parameters">The printed parameters, and the fields of a form.</param>
internal sealed class GroupRuleExampleChecker(ExampleSession session, ExampleReport head, PastedPart? line, ParameterValues parameters)
{
    private readonly GroupRuleNames _names = new(session.Api, session.Section, session.ParameterTables);

    /// <summary>Reports the rules that the example breaks.</summary>
    /// <param name="body">The body as JSON; null: it is not printed, or it is a form.</param>
    /// <param name="report">Reports on the body; null: none is printed.</param>
    public void Check(JsonText? body, ExampleReport? report)
    {
        foreach (var rule in session.Section.Choices)
        {
            if (!session.Budget.Spend(rule.Names.Sum(static name => 1 + name.Length)))
                return;
            if (_names.IsChecked(rule))
                Check(rule, body, report);
        }
    }

    private void Check(ParameterChoice rule, JsonText? body, ExampleReport? report)
    {
        var given = new List<(string Name, JsonText Value, bool IsInBody)>();
        var isKnown = true;
        foreach (var name in rule.Names)
        {
            var value = Find(name, body, out var isInBody, out var isHidden);
            isKnown &= value is not null || !isHidden;
            if (value is not null)
                given.Add((name, value, isInBody));
        }

        if (GroupRules.IsExceeded(rule, given.Count))
        {
            var (second, value, isInBody) = given[1];
            var (place, placeReport) = PlaceOf(value, isInBody, report);
            placeReport.Add(
                SpecRules.ExampleValue, place, value.Scalar ?? value.Describe(), second, "it must not be given together with '" + given[0].Name + "'");
        }
        else if (GroupRules.IsMissing(rule, given.Count) && isKnown && !rule.Names.Any(session.Errata.IsOmitted))
        {
            var others = string.Join(" and ", rule.Names.Skip(1).Select(static name => "'" + name + "'"));
            var because = rule.Names.Count == 1 ? "" : " if " + others + (rule.Names.Count == 2 ? " is" : " are") + " missing";
            var (place, placeReport) = PlaceOf(body, line is null, report);
            placeReport.Add(SpecRules.ExampleMissingParameter, place, "value", rule.Names[0], because);
        }
    }

    // Without a line and a body, every value is hidden, and nothing is reported.
    private (PastedPart Place, ExampleReport Report) PlaceOf(JsonText? value, bool isInBody, ExampleReport? report)
        => !isInBody && line is { } start ? (start, head)
            : (report!.Part(value?.Start ?? 0, value?.Scalar is null ? 1 : Math.Max(1, value.End - value.Start)), report);

    private JsonText? Find(string name, JsonText? body, out bool isInBody, out bool isHidden)
    {
        var place = _names.PlaceOf(name);
        isInBody = place == RequestTables.Body;
        if (!isInBody)
        {
            var values = parameters.In(place).Members;
            // Pages print few headers. Without any field, the form itself is not shown.
            isHidden = place switch
            {
                RequestTables.Form => values.Count == 0,
                RequestTables.Headers => true,
                _ => line is null,
            };
            return values.FirstOrDefault(member => member.Name == name).Value;
        }

        isHidden = true;
        return body is not null && _names.RowInBody(name) is { } row ? row.ValueIn(body, session.Errata, out isHidden) : null;
    }
}
