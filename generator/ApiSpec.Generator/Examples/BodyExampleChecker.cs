using ApiSpec.Generator.Binding;
using ApiSpec.Generator.Diagnostics;
using ApiSpec.Generator.Model;
using ApiSpec.Generator.Parsing;

namespace ApiSpec.Generator.Examples;

/// <summary>Holds the JSON of an example against the tables of the reference.</summary>
internal sealed class BodyExampleChecker(ApiScope scope, ExampleReport report, bool isRequest, EquatableArray<MemberValue> values)
{
    private const int MaxDepth = 64;

    /// <summary>Comparisons of a name with a row. A page comes nowhere near; a text made to cost would take the build with it.</summary>
    private const int MaxWork = 500_000;

    private readonly Dictionary<string, MemberValue> _values = ByName(values);
    private readonly Dictionary<EquatableArray<RowDeclaration>, RowIndex> _indexes = new(ReferenceComparer<EquatableArray<RowDeclaration>>.Instance);
    private int _depth;
    private int _work;

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
        foreach (var (name, _, member) in json.Members)
        {
            if (!_values.TryGetValue(name, out var value))
                continue;
            if (value.Constant is { } constant)
                CheckConstant(member, constant, name);
            if (value.Link is { } link)
                CheckLink(member, link);
        }
    }

    private static Dictionary<string, MemberValue> ByName(EquatableArray<MemberValue> values)
    {
        var found = new Dictionary<string, MemberValue>(StringComparer.Ordinal);
        foreach (var value in values)
            found[value.Name] = value;
        return found;
    }

    // The client follows a link only to the path of its operation; what the page prints there is what servers send.
    private void CheckLink(JsonText json, string link)
    {
        if (json.Kind != JsonTextKind.String || json.Text.Length == 0 || scope.FindSection(link)?.File.Section is not { } section)
            return;
        var path = PrintedPath.WithoutAuthority(new PastedPart(json.Text, 0));
        var end = path.Text.IndexOfAny(['?', '#']);
        if (PrintedPath.Match(section, end < 0 ? path : path.Slice(0, end)) is not { } values
            || values.Any(static found => ValueText.Mismatch(found.Row.Type, Uri.UnescapeDataString(found.Value.Text)) is not null))
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

        if (!Spend(rows.Count))
            return;
        if (!_indexes.TryGetValue(rows, out var index))
            _indexes.Add(rows, index = new RowIndex(rows));
        var seen = new HashSet<RowDeclaration>(ReferenceComparer<RowDeclaration>.Instance);
        foreach (var (name, token, value) in json.Members)
        {
            if (!Spend(index.Cost))
                return;
            if ((index.Find(name) ?? FindMisprinted(index, name)) is not { } row)
            {
                report.Add(SpecRules.ExampleUnknownMember, token, name, owner, report.Hint(name, rows.Select(static row => row.Name)));
                continue;
            }

            seen.Add(row);
            CheckValue(value, row.Type, row.Members, types, name);
            if (row.Constant is { } constant)
                CheckConstant(value, constant, name);
            if (row.Link is { } link)
                CheckLink(value, link);
        }

        if (json.IsElided)
            return;
        foreach (var row in rows)
        {
            var mayBeAbsent = row.IsOptional || row.IsPattern || row.When is not null || row.Editions != EditionRange.All || (isRequest ? row.IsReadOnly : row.IsWriteOnly);
            if (!mayBeAbsent && !seen.Contains(row))
                report.AddMissing(SpecRules.ExampleMissingMember, report.Part(json.Start, 1), row.Name, row.Name, owner);
        }
    }

    private bool Spend(int work) => (_work += work) <= MaxWork;

    // A member that the page prints wrongly is there all the same: it does not lack, and its value has the type of its row.
    private RowDeclaration? FindMisprinted(RowIndex index, string printed)
        => report.CorrectionOf(printed) is { } name ? index.Find(name) : null;

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

    // Rows and tables are values, and two equal ones are still two.
    private sealed class ReferenceComparer<T> : IEqualityComparer<T>
        where T : class
    {
        public static ReferenceComparer<T> Instance { get; } = new();

        public bool Equals(T? x, T? y) => ReferenceEquals(x, y);

        public int GetHashCode(T obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}
