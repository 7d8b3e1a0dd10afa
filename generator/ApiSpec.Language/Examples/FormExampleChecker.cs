using System.Globalization;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reference;

namespace ApiSpec.Language.Examples;

/// <summary>Compares the fields of a printed form in one line with the section.</summary>
/// <param name="session">The section.</param>
/// <param name="hasFailed">Whether the example shows a rejected request, whose values can be deliberately wrong or missing.</param>
internal sealed class FormExampleChecker(ExampleSession session, bool hasFailed)
{
    /// <summary>The name of a field in messages.</summary>
    public const string Field = "form field";

    /// <summary>Compares a body, if the section sends a form in one line and the body is one.</summary>
    /// <param name="report">Reports on the body.</param>
    /// <param name="given">Receives the values.</param>
    /// <returns>Whether the body was compared.</returns>
    public bool Check(ExampleReport report, ParameterValues given)
    {
        if (session.Section.Body is not { Kind: BodyKind.Form, Format: BodyFormat.Form } form || PairsOf(report) is not { } pairs)
            return false;
        var index = session.Indexes.Of(form.Members);
        var sent = new Dictionary<int, (int Count, PastedPart Name)>();
        foreach (var pair in pairs)
        {
            var equals = pair.Text.IndexOf('=');
            var name = pair.Slice(0, equals);
            var decoded = session.Errata.CorrectionOf(Decode(name.Text)) ?? Decode(name.Text);
            if (index.Find(decoded) is not { } position)
            {
                if (!index.IsOpen && !IsFilled(decoded))
                    report.Add(SpecRules.ExampleUnknownParameter, name, Field, decoded, report.Hint(decoded, form.Members.Select(static row => row.Name)));
                continue;
            }

            sent[position] = sent.TryGetValue(position, out var before) ? (before.Count + 1, before.Name) : (1, name);
            CheckValue(report, given, form.Members[position], pair.Slice(equals + 1));
        }

        if (!session.Budget.Spend(form.Members.Count))
            return true;
        for (var i = 0; i < form.Members.Count; i++)
            CheckCount(report, pairs[0], form.Members[i], sent.TryGetValue(index.Find(form.Members[i].Name) ?? i, out var found) ? found : default);
        return true;
    }

    private void CheckCount(ExampleReport report, PastedPart first, RowDeclaration row, (int Count, PastedPart Name) sent)
    {
        if (hasFailed)
            return;
        if (sent.Count > 1 && !row.IsPattern && !ParameterCheck.IsRepeatable(session.Api.Resolve(row.Type)))
            report.Add(
                SpecRules.ExampleValue, sent.Name, sent.Count.ToString(CultureInfo.InvariantCulture) + " values", row.Name, "the section sends one field");
        else if (sent.Count == 0 && Presence.IsRequiredParameter(row) && !row.IsPattern && !session.IsChosen(row.Name) && !IsFilled(row.Name)
            && !session.Errata.IsOmitted(row.Name))
            report.Add(SpecRules.ExampleMissingParameter, first, Field, row.Name, "");
    }

    private void CheckValue(ExampleReport report, ParameterValues given, RowDeclaration row, PastedPart value)
    {
        var text = Decode(value.Text);
        given.Add(RequestTables.Form, row, [text], Elision.Is(text));
        // Objects are JSON in one field.
        if (hasFailed || Elision.Is(text) || row.Members.Count > 0 || session.Api.Resolve(row.Type).Kind == TypeKind.Named
            || session.Parameters.Find(row, text) is not { } violation)
            return;
        var isUnlisted = violation.Kind == ViolationKind.UnlistedValue;
        report.Add(
            isUnlisted ? SpecRules.ExampleEnumValue : SpecRules.ExampleValue, value, text, row.Name, isUnlisted ? "" : violation.Explanation);
    }

    private bool IsFilled(string name) => CredentialParameters.FillForm(session.Api.Api, session.Section, name);

    // Pages break long forms into lines. Null: the body is something else, such as a table of fields.
    private static List<PastedPart>? PairsOf(ExampleReport report)
    {
        var pairs = PastedText.Lines(report.Text)
            .SelectMany(line => RequestExampleChecker.Split(report.Part(line.Offset, line.Length), '&'))
            .Select(static pair => pair.Trim())
            .Where(static pair => pair.Length > 0)
            .ToList();
        return pairs.Count > 0 && pairs.All(static pair => pair.Text.IndexOf('=') is > 0 and var equals && !pair.Text.Take(equals).Any(char.IsWhiteSpace))
            ? pairs
            : null;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
