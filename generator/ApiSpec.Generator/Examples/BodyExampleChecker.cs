using ApiSpec.Generator.Binding;
using ApiSpec.Generator.Diagnostics;
using ApiSpec.Generator.Model;
using ApiSpec.Generator.Parsing;

namespace ApiSpec.Generator.Examples;

/// <summary>Holds the JSON of an example against the tables of the reference.</summary>
internal sealed class BodyExampleChecker(ApiScope scope, ExampleReport report, bool isRequest, EquatableArray<MemberValue> values)
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
            CheckRows(json, body.Members, null, owner);
        else if (body.Type is not null)
            CheckValue(json, body.Type, [], null, owner);
        foreach (var value in values)
        {
            if (value.Constant is { } constant && json.Members.Find(member => member.Name == value.Name).Value is { } member)
                CheckConstant(member, constant, value.Name);
        }
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
                CheckRows(json, rows, types, "'" + name + "'");
                break;
            case TypeKind.List:
                if (Expect(json, name, "a list", JsonTextKind.Array))
                    json.Items.ForEach(item => CheckValue(item, type.Arguments[0], rows, types, name));
                break;
            case TypeKind.Map or TypeKind.Object:
                if (Expect(json, name, "an object", JsonTextKind.Object) && type.Kind == TypeKind.Map)
                    json.Members.ForEach(member => CheckValue(member.Value, type.Arguments[0], rows, types, member.Name));
                break;
            case TypeKind.Int or TypeKind.Long or TypeKind.Float or TypeKind.Double or TypeKind.Decimal:
                if (Expect(json, name, "a number", JsonTextKind.Number))
                    CheckText(json, type, name);
                break;
            case TypeKind.Boolean:
                Expect(json, name, "true or false", JsonTextKind.True, JsonTextKind.False);
                break;
            case TypeKind.Any or TypeKind.Union:
                break;
            default:
                if (Expect(json, name, "a string", JsonTextKind.String))
                    CheckText(json, type, name);
                break;
        }

        _depth--;
    }

    private void CheckNamed(JsonText json, TypeReference type, TypeScope? types, string name)
    {
        if (types?.Find(type.Name!) is { } argument)
        {
            CheckValue(json, argument, [], types.Outer, name);
        }
        else if (scope.FindAlias(type.Name!) is { } alias)
        {
            CheckValue(json, alias.Type, [], null, name);
        }
        else if (scope.TryFindSchema(type.Name!, out var declared))
        {
            var inner = declared.Schema.TypeParameters.Count == 0 ? null : new TypeScope(declared.Schema.TypeParameters, type.Arguments, types);
            if (declared.Schema.Type is { } aliased)
                CheckValue(json, aliased, [], inner, name);
            else
                CheckRows(json, declared.Schema.Members, inner, declared.Schema.Name);
        }
    }

    private void CheckRows(JsonText json, EquatableArray<RowDeclaration> rows, TypeScope? types, string owner)
    {
        if (!Expect(json, owner.Trim('\''), "an object", JsonTextKind.Object))
            return;

        var seen = new HashSet<RowDeclaration>(RowReferences.Instance);
        foreach (var (name, token, value) in json.Members)
        {
            if ((FindRow(rows, name) ?? FindMisprinted(rows, name)) is not { } row)
            {
                report.Add(SpecRules.ExampleUnknownMember, token, name, owner, report.Hint(name, rows.Select(static row => row.Name)));
                continue;
            }

            seen.Add(row);
            CheckValue(value, row.Type, row.Members, types, name);
            if (row.Constant is { } constant)
                CheckConstant(value, constant, name);
        }

        if (json.IsElided)
            return;
        foreach (var row in rows)
        {
            var mayBeAbsent = row.IsOptional || row.IsPattern || row.When is not null || row.Editions != EditionRange.All || (isRequest ? row.IsReadOnly : row.IsWriteOnly);
            if (!mayBeAbsent && !seen.Contains(row))
                report.Add(SpecRules.ExampleMissingMember, report.Part(json.Start, 1), row.Name, owner);
        }
    }

    private static RowDeclaration? FindRow(EquatableArray<RowDeclaration> rows, string name)
        => rows.FirstOrDefault(row => string.Equals(row.Name, name, StringComparison.Ordinal) || row.Aliases.Contains(name, StringComparer.Ordinal))
            ?? rows.FirstOrDefault(row => row.IsPattern && Matches(row.Name, name));

    // A member that the page prints wrongly is there all the same: it does not lack, and its value has the type of its row.
    private RowDeclaration? FindMisprinted(EquatableArray<RowDeclaration> rows, string printed)
        => report.CorrectionOf(printed) is { } name ? FindRow(rows, name) : null;

    private static bool Matches(string pattern, string name)
    {
        var star = pattern.IndexOf('*');
        return star < 0
            ? string.Equals(pattern, name, StringComparison.Ordinal)
            : name.Length >= pattern.Length - 1
                && name.StartsWith(pattern.Substring(0, star), StringComparison.Ordinal)
                && name.EndsWith(pattern.Substring(star + 1), StringComparison.Ordinal);
    }

    private bool Expect(JsonText json, string name, string expected, params JsonTextKind[] kinds)
    {
        if (Array.IndexOf(kinds, json.Kind) >= 0)
            return true;
        if (json.Kind != JsonTextKind.Elided)
        {
            var isLong = json.Kind is JsonTextKind.Object or JsonTextKind.Array;
            report.Add(SpecRules.ExampleMemberType, report.Part(json.Start, isLong ? 1 : json.End - json.Start), name, json.Describe(), expected);
        }

        return false;
    }

    private void CheckText(JsonText json, TypeReference type, string name)
    {
        if (ValueText.Mismatch(type, json.Text) is not { } mismatch)
            return;
        var part = report.Part(json.Start, json.End - json.Start);
        if (type.Kind == TypeKind.Enum)
            report.Add(SpecRules.ExampleEnumValue, part, json.Text, name, report.Hint(json.Text, type.Values.Select(static value => value.Value)));
        else
            report.Add(SpecRules.ExampleValue, part, json.Text, name, mismatch);
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

    private sealed class RowReferences : IEqualityComparer<RowDeclaration>
    {
        public static RowReferences Instance { get; } = new();

        public bool Equals(RowDeclaration? x, RowDeclaration? y) => ReferenceEquals(x, y);

        public int GetHashCode(RowDeclaration obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}
