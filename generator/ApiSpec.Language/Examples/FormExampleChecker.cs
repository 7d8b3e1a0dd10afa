using System.Globalization;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reference;

namespace ApiSpec.Language.Examples;

/// <summary>Compares the fields of a printed form with the section.</summary>
/// <param name="session">The section.</param>
/// <param name="hasFailed">Whether the example shows a rejected request, whose values can be deliberately wrong or missing.</param>
internal sealed class FormExampleChecker(ExampleSession session, bool hasFailed)
{
    /// <summary>The name of a field in messages.</summary>
    public const string Field = "form field";

    private readonly TypeResolver _types = new(session.Api);

    /// <summary>Compares a body, if the section sends a form. Reports a body that cannot be compared.</summary>
    /// <param name="head">Reports on the head.</param>
    /// <param name="ofCommand">The fields that a command names one by one.</param>
    /// <param name="body">Reports on the body; null: none is printed.</param>
    /// <param name="given">Receives the values.</param>
    /// <returns>Whether the body was compared.</returns>
    public bool Check(ExampleReport head, IReadOnlyList<PastedField> ofCommand, ExampleReport? body, ParameterValues given)
    {
        if (session.Section.Body is not { Kind: BodyKind.Form } form)
            return false;
        var hasFiles = form.Format == BodyFormat.Multipart;
        if (ofCommand.Count > 0)
        {
            if (hasFiles)
                Check(head, ofCommand, form.Members, given);
            else
                Refuse(head, ofCommand[0].Name, PastedFormat.FormWithFiles, form.Format);
            return hasFiles;
        }

        if (body is null || body.Text.Trim() is not { Length: > 0 } text || Elision.Is(text))
            return false;
        if ((hasFiles ? MultipartText.Read(body) : PairsOf(body)) is { } fields)
        {
            Check(body, fields, form.Members, given);
            return true;
        }

        var format = PastedFormat.OfOther(body.Text) ?? BodyFormats.NameOf(BodyFormat.Json);
        var first = PastedText.Lines(body.Text).First(static line => line.Text.Trim().Length > 0);
        if (hasFiles && MultipartText.HasBoundary(body.Text))
            format = "a form without names";
        Refuse(body, body.Part(first.Offset, first.Length).Trim(), format, form.Format);
        return false;
    }

    private void Refuse(ExampleReport report, PastedPart place, string format, BodyFormat described)
    {
        if (!hasFailed)
            report.Add(SpecRules.ExampleContentType, place, "request", format, BodyFormats.NameOf(described));
    }

    private void Check(ExampleReport report, IReadOnlyList<PastedField> fields, EquatableArray<RowDeclaration> rows, ParameterValues given)
    {
        var index = session.Indexes.Of(rows);
        var sent = new Dictionary<int, (int Count, PastedPart Name)>();
        foreach (var field in fields)
        {
            var printed = field.Decode(field.Name);
            var name = session.Errata.CorrectionOf(printed) ?? printed;
            if (session.FindRow(rows, index, name) is not { } position)
            {
                if (!index.IsOpen && !IsFilled(name))
                    report.Add(SpecRules.ExampleUnknownParameter, field.Name, Field, name, report.Hint(name, rows.Select(static row => row.Name)));
                continue;
            }

            sent[position] = sent.TryGetValue(position, out var before) ? (before.Count + 1, before.Name) : (1, field.Name);
            CheckValue(report, given, rows[position], field);
        }

        if (!session.Budget.Spend(rows.Count))
            return;
        for (var i = 0; i < rows.Count; i++)
            CheckCount(report, fields[0].Name, rows[i], sent.TryGetValue(index.Find(rows[i].Name) ?? i, out var found) ? found : default);
    }

    private void CheckCount(ExampleReport report, PastedPart first, RowDeclaration row, (int Count, PastedPart Name) sent)
    {
        if (hasFailed)
            return;
        if (sent.Count > 0 && !row.IsPattern && FormFields.FindCount(_types, row, sent.Count) is { } outside)
            report.Add(SpecRules.ExampleValue, sent.Name, sent.Count.ToString(CultureInfo.InvariantCulture) + " values", row.Name, outside);
        else if (sent.Count == 0 && Presence.IsRequiredParameter(row) && !row.IsPattern && !session.IsChosen(row.Name) && !IsFilled(row.Name)
            && !session.Errata.IsOmitted(row.Name))
            report.Add(SpecRules.ExampleMissingParameter, first, Field, row.Name, "");
    }

    private void CheckValue(ExampleReport report, ParameterValues given, RowDeclaration row, PastedField field)
    {
        var text = field.Decode(field.Value);
        var isHidden = field.IsFile || Elision.Is(text);
        given.Add(RequestTables.Form, row, [text], isHidden);
        if (hasFailed || isHidden || FormFields.IsJson(_types, row) || session.Parameters.Find(row, text) is not { } violation)
            return;
        var isUnlisted = violation.Kind == ViolationKind.UnlistedValue;
        report.Add(
            isUnlisted ? SpecRules.ExampleEnumValue : SpecRules.ExampleValue, field.Value, text, row.Name, isUnlisted ? "" : violation.Explanation);
    }

    private bool IsFilled(string name) => CredentialParameters.FillForm(session.Api.Api, session.Section, name);

    // Pages break long forms into lines. Null: the body is something else, such as a table of fields.
    private static List<PastedField>? PairsOf(ExampleReport report)
    {
        var fields = new List<PastedField>();
        foreach (var pair in PastedText.Lines(report.Text)
            .SelectMany(line => RequestExampleChecker.Split(report.Part(line.Offset, line.Length), '&'))
            .Select(static pair => pair.Trim())
            .Where(static pair => pair.Length > 0))
        {
            var equals = pair.Text.IndexOf('=');
            if (equals <= 0 || pair.Text.Take(equals).Any(char.IsWhiteSpace))
                return null;
            fields.Add(new PastedField(pair.Slice(0, equals), pair.Slice(equals + 1), IsFile: false, IsEscaped: true));
        }

        return fields.Count > 0 ? fields : null;
    }
}
