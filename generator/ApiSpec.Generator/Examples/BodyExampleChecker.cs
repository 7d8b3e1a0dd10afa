using ApiSpec.Generator.Diagnostics;
using ApiSpec.Generator.Model;

namespace ApiSpec.Generator.Examples;

/// <summary>Holds the JSON of an example against the tables of the reference.</summary>
internal sealed class BodyExampleChecker(ExampleSession session, ExampleReport report, bool isRequest, bool isResult)
{
    private const int MaxDepth = 64;

    private int _depth;

    public void Check(BodyDeclaration body, string owner)
    {
        if (JsonTextParser.Parse(report.Text, out var mistake) is not { } json)
        {
            var (message, offset, length) = mistake!.Value;
            report.Add(SpecRules.ExampleJson, report.Part(offset, length), message);
            return;
        }

        if (body.Kind == BodyKind.Members)
            CheckRows(json, body.Members, null, owner, null);
        else if (body.Type is not null)
            CheckValue(json, body.Type, [], null, owner);
        if (!isResult)
            return;
        foreach (var (name, _, member) in json.Members)
        {
            if (!session.ResponseValues.TryGetValue(name, out var value))
                continue;
            if (value.Constant is { } constant)
                CheckConstant(member, constant, name);
            if (value.Link is { } link)
                CheckLink(member, link);
        }
    }

    // The client follows a link only to the path of its operation; what the page prints there is what servers send.
    private void CheckLink(JsonText json, string link)
    {
        if (json.Kind != JsonTextKind.String || json.Text.Length == 0 || session.Scope.FindSection(link)?.File.Section is not { } section)
            return;
        var path = PrintedPath.WithoutAuthority(new PastedPart(json.Text, 0));
        var end = path.Text.IndexOfAny(['?', '#']);
        if (PrintedPath.Match(section, end < 0 ? path : path.Slice(0, end)) is not { } values
            || values.Any(found => session.Mismatch(found.Row.Type, Uri.UnescapeDataString(found.Value.Text)) is not null))
            report.Add(SpecRules.ExampleLink, report.Part(json.Start, json.End - json.Start), json.Text, section.Path.ToString(), link);
    }

    private void CheckConstant(JsonText json, string constant, string name)
    {
        if (json.Kind is JsonTextKind.String or JsonTextKind.Number && !string.Equals(json.Text, constant, StringComparison.Ordinal))
            report.Add(SpecRules.ExampleValue, report.Part(json.Start, json.End - json.Start), json.Text, name, "the section says that it is always '" + constant + "'");
    }

    private void CheckValue(JsonText json, TypeReference type, EquatableArray<RowDeclaration> rows, TypeScope? types, string name)
    {
        if (json.Kind == JsonTextKind.Elided || _depth == MaxDepth)
            return;
        _depth++;
        switch (type.Kind)
        {
            case TypeKind.Nullable:
                if (json.Kind != JsonTextKind.Null)
                    CheckValue(json, type.Arguments[0], rows, types, name);
                break;
            case TypeKind.Named:
                CheckNamed(json, type, types, name);
                break;
            case TypeKind.Object when rows.Count > 0:
                CheckRows(json, rows, types, "'" + name + "'", new Expectation(name, type));
                break;
            case TypeKind.List:
                if (Expect(json, new Expectation(name, type), "a list", JsonTextKind.Array))
                    CheckItems(json, type.Arguments[0], rows, types, name);
                break;
            case TypeKind.Map or TypeKind.Object:
                if (Expect(json, new Expectation(name, type), "an object", JsonTextKind.Object) && type.Kind == TypeKind.Map)
                    CheckEntries(json, type.Arguments[0], rows, types);
                break;
            case TypeKind.Int or TypeKind.Long or TypeKind.Float or TypeKind.Double or TypeKind.Decimal:
                if (Expect(json, new Expectation(name, type), "a number", JsonTextKind.Number))
                    CheckText(json, type, name);
                break;
            case TypeKind.Boolean:
                Expect(json, new Expectation(name, type), "true or false", JsonTextKind.True, JsonTextKind.False);
                break;
            case TypeKind.Any or TypeKind.Union:
                break;
            default:
                if (Expect(json, new Expectation(name, type), "a string", JsonTextKind.String))
                    CheckText(json, type, name);
                break;
        }

        _depth--;
    }

    private void CheckItems(JsonText json, TypeReference type, EquatableArray<RowDeclaration> rows, TypeScope? types, string name)
    {
        foreach (var item in json.Items)
            CheckValue(item, type, rows, types, name);
    }

    private void CheckEntries(JsonText json, TypeReference type, EquatableArray<RowDeclaration> rows, TypeScope? types)
    {
        foreach (var (name, _, value) in json.Members)
            CheckValue(value, type, rows, types, name);
    }

    private void CheckNamed(JsonText json, TypeReference type, TypeScope? types, string name)
    {
        if (types?.Find(type.Name!) is { } argument)
        {
            CheckValue(json, argument, [], types.Outer, name);
        }
        else if (session.Scope.FindAlias(type.Name!) is { } alias)
        {
            CheckValue(json, alias.Type, [], null, name);
        }
        else if (session.Scope.TryFindSchema(type.Name!, out var declared))
        {
            var inner = declared.Schema.TypeParameters.Count == 0 ? null : new TypeScope(declared.Schema.TypeParameters, type.Arguments, types);
            if (declared.Schema.Type is { } aliased)
                CheckValue(json, aliased, [], inner, name);
            else
                CheckRows(json, declared.Schema.Members, inner, declared.Schema.Name, new Expectation(name, type));
        }
    }

    private void CheckRows(JsonText json, EquatableArray<RowDeclaration> rows, TypeScope? types, string owner, Expectation? member)
    {
        if (!Expect(json, member ?? new Expectation(owner, null), "an object", JsonTextKind.Object))
            return;

        if (!session.Spend(1 + rows.Count))
            return;
        var index = session.IndexOf(rows);
        var seen = new HashSet<int>();
        foreach (var (name, token, value) in json.Members)
        {
            if (!session.Spend(index.Cost))
                return;
            if ((index.Find(name) ?? FindMisprinted(index, name)) is not { } position)
            {
                report.Add(SpecRules.ExampleUnknownMember, token, name, owner, report.Hint(name, rows.Select(static row => row.Name)));
                continue;
            }

            var row = rows[position];
            seen.Add(position);
            CheckValue(value, row.Type, row.Members, types, name);
            if (row.Constant is { } constant)
                CheckConstant(value, constant, name);
            if (row.Link is { } link)
                CheckLink(value, link);
        }

        if (json.IsElided)
            return;
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var mayBeAbsent = row.IsOptional || row.IsPattern || row.When is not null || row.Editions != EditionRange.All || (isRequest ? row.IsReadOnly : row.IsWriteOnly);
            if (!mayBeAbsent && !seen.Contains(i))
                report.AddMissing(SpecRules.ExampleMissingMember, report.Part(json.Start, 1), row.Name, row.Name, owner);
        }
    }

    // A member that the page prints wrongly is there all the same: it does not lack, and its value has the type of its row.
    private int? FindMisprinted(RowIndex index, string printed)
        => session.CorrectionOf(printed) is { } name ? index.Find(name) : null;

    private bool Expect(JsonText json, Expectation member, string expected, params JsonTextKind[] kinds)
    {
        if (Array.IndexOf(kinds, json.Kind) >= 0)
            return true;
        if (json.Kind != JsonTextKind.Elided)
        {
            var isLong = json.Kind is JsonTextKind.Object or JsonTextKind.Array;
            report.Add(SpecRules.ExampleMemberType, report.Part(json.Start, isLong ? 1 : json.End - json.Start), member.Name, json.Describe(), expected, Hint(json, member));
        }

        return false;
    }

    private static string Hint(JsonText json, Expectation member)
        => json.Kind == JsonTextKind.Null ? member.NullHint
            : json.Kind == JsonTextKind.Number && member.Type?.Kind == TypeKind.Enum ? "; the values of an enum are texts, so write 'int', and the values in the description"
            : "";

    private void CheckText(JsonText json, TypeReference type, string name)
    {
        if (session.Mismatch(type, json.Text) is not { } mismatch)
            return;
        var part = report.Part(json.Start, json.End - json.Start);
        if (type.Kind == TypeKind.Enum)
            report.Add(SpecRules.ExampleEnumValue, part, json.Text, name, report.Hint(json.Text, type.Values.Select(static value => value.Value)));
        else
            report.Add(SpecRules.ExampleValue, part, json.Text, name, mismatch);
    }

    /// <summary>The member that a value stands in, and its type; null for the body as a whole.</summary>
    private readonly record struct Expectation(string Name, TypeReference? Type)
    {
        /// <summary>The end of a message about a null that the table does not allow.</summary>
        public string NullHint => Type switch
        {
            null => "",
            { Kind: TypeKind.Named, Arguments.Count: 0 } => "; write '" + Type.Name + "?' if it may be null",
            { Kind: TypeKind.Object } => "; write 'type: object?' and its rows under 'members:' if it may be null",
            _ => "; write '?' behind its type if it may be null",
        };
    }

    /// <summary>What the type parameters of the generic schema around a row stand for.</summary>
    private sealed class TypeScope(EquatableArray<string> names, EquatableArray<TypeReference> arguments, TypeScope? outer)
    {
        public TypeScope? Outer { get; } = outer;

        public TypeReference? Find(string name)
        {
            for (var i = 0; i < names.Count && i < arguments.Count; i++)
            {
                if (string.Equals(names[i], name, StringComparison.Ordinal))
                    return arguments[i];
            }

            return null;
        }
    }
}
