using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reference;

namespace ApiSpec.Language.Examples;

/// <summary>Reports contradictions between the JSON of an example and the reference.</summary>
internal sealed class BodyExampleChecker(ExampleSession session, ExampleReport report, bool isRequest, bool isResult)
{
    /// <summary>The parameters of the same example, for conditions that name them; null: the example has none.</summary>
    public ParameterValues? Parameters { get; init; }

    /// <summary>The key that describes the body, as advice names it.</summary>
    public required string Key { get; init; }

    /// <summary>Compares the body with the reference.</summary>
    /// <param name="body">The body of the section.</param>
    /// <param name="owner">Its name in messages.</param>
    /// <returns>The values of the example; null: they cannot be read.</returns>
    public JsonText? Check(BodyDeclaration body, string owner)
    {
        if (Read(body) is not { } json)
            return null;
        var check = new ValueCheck(session.Api, isRequest, session.Budget)
        {
            Errata = session.Errata,
            Indexes = session.Indexes,
            Parameters = Parameters is { } values ? (session.ParameterTables, values) : null,
            ReportsUnknownMembers = true,
            MemberFound = CheckLink,
            ReadEmbedded = static text => JsonTextParser.Parse(text, out _),
        };
        if (isRequest)
            body = CredentialParameters.Relaxed(session.Api.Api, session.Section, body)!;
        var violations = check.Find(body, json, owner, ExampleReport.MaxDiagnostics);
        var misspelt = Misspelt(violations);
        foreach (var violation in violations)
        {
            if (violation.Kind != ViolationKind.MissingMember || !misspelt.Contains((violation.Value, violation.Member!)))
                Report(violation);
        }

        foreach (var member in isResult ? json.Members : [])
        {
            if (session.ResponseValues.TryGetValue(member.Name, out var value))
                CheckPrinted(member, value);
        }

        return json;
    }

    // A misspelt member is reported once, and not also as missing.
    private static HashSet<(JsonText Object, string Name)> Misspelt(IReadOnlyList<Violation> violations)
    {
        var misspelt = new HashSet<(JsonText Object, string Name)>();
        if (!violations.Any(static violation => violation.Kind == ViolationKind.MissingMember))
            return misspelt;
        foreach (var unknown in violations.Where(static violation => violation.Kind == ViolationKind.UnknownMember))
        {
            if (NearestName.Find(unknown.Member!.Trim(), unknown.Rows.Select(static row => row.Name)) is { } name)
                misspelt.Add((unknown.Value, name));
        }

        return misspelt;
    }

    private string DoctypeAdvice => isRequest
        ? "The client sends XML without a DOCTYPE; remove it here, or write '" + Key + ": text/xml' to send text"
        : "The client refuses XML with a DOCTYPE; write '" + Key + ": text/xml', or remove it if the server does not send it";

    private JsonText? Read(BodyDeclaration body)
    {
        if (PastedFormat.OfOther(report.Text) == PastedFormat.Xml && session.ShapeOf(body, isRequest) is { } shape)
        {
            var xml = XmlBody.Read(report.Text, shape, Elision.Is, out var problem);
            if (problem is var (fault, place))
                report.Add(SpecRules.ExampleJson, report.Part(place, 1), fault == XmlBody.HasDoctype ? DoctypeAdvice : "This is not XML: " + fault);
            return xml;
        }

        if (JsonTextParser.Parse(report.Text, out var diagnostic, out var misprints) is not { } json)
        {
            var (message, offset, length) = diagnostic!.Value;
            report.Add(SpecRules.ExampleJson, report.Part(offset, length), message);
            return null;
        }

        foreach (var (message, offset) in misprints)
            report.Add(SpecRules.ExampleMisprint, report.Part(offset, 1), message);
        return json;
    }

    private void CheckPrinted(JsonMember member, MemberValue value)
    {
        if ((value.Constant is not null || value.HasNullConstant) && !member.Value.StandsForAny
            && ValueCheck.MismatchOfConstant(member.Value, value.Constant) is { } constant)
            report.Add(
                SpecRules.ExampleValue, PartOf(member.Value), member.Value.Scalar ?? member.Value.Describe(), member.Name,
                Violation.Explain(ViolationKind.NotTheConstant, constant));
        if (value.Link is { } link)
            CheckLink(member.Value, link);
    }

    private void CheckLink(JsonText json, RowDeclaration row)
    {
        if (row.Link is { } link)
            CheckLink(json, link);
    }

    // The client only follows a link to the path of its operation, and servers send links like the printed one.
    private void CheckLink(JsonText json, string link)
    {
        if (json.Kind != JsonTextKind.String || json.StandsForAny || json.Text.Length == 0
            || session.Api.FindOperation(link) is not { IsRequestUnknown: false } section)
            return;
        var path = PrintedPath.WithoutAuthority(new PastedPart(json.Text, 0));
        var end = path.Text.IndexOfAny(['?', '#']);
        if (PrintedPath.Match(section, end < 0 ? path : path.Slice(0, end)) is not { } values
            || values.Any(found => session.Parameters.FindIgnoringConstant(found.Row, Uri.UnescapeDataString(found.Value.Text)) is not null))
            report.Add(SpecRules.ExampleLink, report.Part(json.Start, json.End - json.Start), json.Text, section.Path.ToString(), link);
    }

    private void Report(Violation violation)
    {
        var json = violation.Value;
        var shown = violation.Shown;
        switch (violation.Kind)
        {
            case ViolationKind.WrongKind:
                report.Add(SpecRules.ExampleMemberType, PartOf(shown), violation.Name, json.Describe(), violation.Reason, Hint(violation));
                break;
            case ViolationKind.UnlistedValue:
                report.Add(SpecRules.ExampleEnumValue, PartOf(
                    shown), json.Text, violation.Name, report.Hint(json.Text, violation.Type!.Values.Select(static value => value.Value)));
                break;
            case ViolationKind.MissingMember:
                report.Add(SpecRules.ExampleMissingMember, report.Part(shown.Start, 1), violation.Member!, violation.Owner, "; write '" + violation.Member
                    + "?' if it is optional");
                break;
            case ViolationKind.MissingWhereRequired:
                report.Add(SpecRules.ExampleMissingMember, report.Part(
                    shown.Start, 1), violation.Member!, violation.Owner, violation.Reason.Substring(ConditionCheck.MustBeGiven.Length));
                break;
            case ViolationKind.UnknownMember when isRequest
                && CredentialParameters.FillBody(session.Api.Api, session.Section, violation.Path.Member(violation.Member!).ToString().Substring(2)):
                break;
            case ViolationKind.UnknownMember:
                var (start, length) = violation.MemberPlace;
                report.Add(SpecRules.ExampleUnknownMember, report.Part(
                    start, length), violation.Member!, violation.Owner, HintOfName(violation.Member!, violation.Rows));
                break;
            default:
                report.Add(SpecRules.ExampleValue, PartOf(shown), violation.Text, violation.Name, violation.Explanation);
                break;
        }
    }

    // A '?' after a name marks it as optional, unless the name is in quotation marks.
    private string HintOfName(string name, IEnumerable<RowDeclaration> rows)
        => name.EndsWith("?", StringComparison.Ordinal)
            && rows.Any(row => row.Name.Length == name.Length - 1 && name.StartsWith(row.Name, StringComparison.Ordinal))
            ? "; write '\"" + name + "\"' with both kinds of quotation marks if the '?' belongs to the name"
            : report.Hint(name.Trim(), rows.Select(static row => row.Name));

    private PastedPart PartOf(JsonText json) => report.Part(json.Start, json.Kind is JsonTextKind.Object or JsonTextKind.Array ? 1 : json.End - json.Start);

    private static string Hint(Violation violation) => (violation.Value.Kind, violation.Type) switch
    {
        (JsonTextKind.Number, { Kind: TypeKind.Enum }) => "; enum values are strings, so write 'int', and list the numbers under 'values'",
        (not JsonTextKind.Null, _) or (_, null) => "",
        (_, { Kind: TypeKind.Named, Arguments.Count: 0, Name: { } name }) => "; write '" + name + " or null' if it can be null",
        (_, { Kind: TypeKind.Object }) => "; write 'type: object or null' and its rows under 'members:' if it can be null",
        _ => "; write 'or null' after its type if it can be null",
    };
}
