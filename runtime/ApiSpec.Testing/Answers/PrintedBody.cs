using System.Text.Json;
using System.Text.Json.Nodes;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Examples;
using ApiSpec.Language.Reference;
using ApiSpec.Testing.Loading;
using ApiSpec.Testing.Pages;

namespace ApiSpec.Testing.Answers;

/// <summary>Completes printed bodies to such as a server sends: pages abridge them, and misprint some of their names and values.</summary>
/// <remarks>What an erratum or an ellipsis says is missing gets a sample, and what an erratum corrects is corrected. A body without such faults stays as it is printed.</remarks>
/// <param name="operation">The operation, whose errata tell what its page abridges and misprints.</param>
/// <param name="values">Makes what is missing.</param>
internal sealed class PrintedBody(StubOperation operation, SampleValues values)
{
    // Aliases that lead back to themselves end.
    private const int MaxNames = 32;

    private readonly HashSet<string> _omitted = operation.Errata.Where(static erratum => erratum.Printed is null).Select(static erratum => erratum.Here.Trim()).ToHashSet(StringComparer.Ordinal);
    private readonly ILookup<string, string> _corrections = operation.Errata.Where(static erratum => erratum.Printed is not null)
        .ToLookup(static erratum => erratum.Printed!.Trim(), static erratum => erratum.Here.Trim(), StringComparer.Ordinal);

    private readonly RowIndexes _indexes = new();
    private bool _isChanged;

    /// <summary>The body as a server sends it.</summary>
    /// <param name="text">The body as the page prints it.</param>
    /// <param name="body">What the reference says about the body; null: nothing.</param>
    /// <param name="printed">What the section prints for members that it shares with others.</param>
    public string Complete(string text, BodyDeclaration? body, EquatableArray<MemberValue> printed)
    {
        if (body is not { Kind: BodyKind.Members or BodyKind.Type } || JsonTextParser.Parse(text, out _) is not { } json)
            return text;
        var completed = body.Kind == BodyKind.Members ? OfObject(json, body.Members, TypeScope.Empty) : Of(json, body.Type, [], TypeScope.Empty, null);
        if (!_isChanged && IsJson(text))
            return text;
        // What this section prints for a member is truer than what its type says.
        if (completed is JsonObject members && printed.Count > 0 && values.Of(body, printed) is JsonObject sample)
        {
            foreach (var name in printed.Select(static value => value.Name).Where(name => !json.Members.Any(member => member.Name == name) && sample[name] is not null))
                members[name] = sample[name]!.DeepClone();
        }

        return completed?.ToJsonString() ?? "null";
    }

    private JsonNode? Of(JsonText json, TypeReference? type, EquatableArray<RowDeclaration> rows, TypeScope scope, RowDeclaration? row)
    {
        (type, rows, scope) = Resolve(type, rows, scope);
        switch (json.Kind)
        {
            // "<id>" is a string, but a number where the reference has one.
            case JsonTextKind.String when json.IsElided && row is not null && type is { Kind: not (TypeKind.String or TypeKind.Url or TypeKind.Any) }:
            case JsonTextKind.Elided:
                _isChanged = true;
                return row is null ? null : values.Of(row, scope);
            case JsonTextKind.Array:
                _isChanged |= json.IsElided;
                return new JsonArray([.. json.Items.Select(item => Of(item, type?.Kind == TypeKind.List ? type.Arguments[0] : null, rows, scope, null))]);
            case JsonTextKind.Object when type?.Kind == TypeKind.Map:
                return OfEntries(json, type.Arguments[0], scope);
            case JsonTextKind.Object when type?.Kind == TypeKind.Union:
                return OfAlternative(json, type, scope);
            case JsonTextKind.Object:
                return OfObject(json, type?.Kind == TypeKind.Object ? rows : [], scope);
            case JsonTextKind.String:
                return OfString(json.Text, type, row);
            case JsonTextKind.Number:
                return JsonNode.Parse(json.Text);
            case JsonTextKind.Null:
                return null;
            default:
                return json.Kind == JsonTextKind.True;
        }
    }

    // The type that names and question marks lead to, with its members; null: nobody can tell.
    private (TypeReference? Type, EquatableArray<RowDeclaration> Rows, TypeScope Scope) Resolve(TypeReference? type, EquatableArray<RowDeclaration> rows, TypeScope scope)
    {
        for (var names = 0; type is { Kind: TypeKind.Nullable or TypeKind.Named } && names < MaxNames; names++)
        {
            if (type.Kind == TypeKind.Nullable)
                type = type.Arguments[0];
            else if (scope.Find(type.Name!) is { } argument)
                (type, rows, scope) = (argument.Type, [], argument.Scope);
            else if (operation.Api.FindAlias(type.Name!) is { } alias)
                (type, rows, scope) = (alias, [], TypeScope.Empty);
            else if (operation.Api.FindSchema(type.Name!) is { } schema)
                (type, rows, scope) = (schema.Type ?? new TypeReference { Kind = TypeKind.Object }, schema.Members, TypeScope.Of(schema, type, scope));
            else
                type = null;
        }

        return (type, rows, scope);
    }

    private JsonObject OfEntries(JsonText json, TypeReference type, TypeScope scope)
    {
        _isChanged |= json.IsElided;
        var entries = new JsonObject();
        foreach (var (name, _, _, value) in json.Members)
            entries[FieldText.ToUnicode(name)] = Of(value, type, [], scope, null);
        return entries;
    }

    private JsonObject OfObject(JsonText json, EquatableArray<RowDeclaration> rows, TypeScope scope)
    {
        _isChanged |= json.IsElided;
        var index = _indexes.Of(rows);
        var members = new JsonObject();
        foreach (var (printed, _, _, value) in json.Members)
        {
            var name = printed;
            var position = index.Find(printed);
            if (position is null && _corrections[printed].FirstOrDefault(here => index.Find(here) is not null) is { } here)
            {
                _isChanged = true;
                name = here;
                position = index.Find(here);
            }

            var row = position is { } found ? rows[found] : null;

            members[FieldText.ToUnicode(name)] = Of(value, row?.Type, row?.Members ?? [], scope, row);
        }

        foreach (var row in rows.Where(row => IsPromised(row) && (json.IsElided || _omitted.Contains(row.Name)) && !RequestCheck.WireNames(row).Any(members.ContainsKey)))
        {
            _isChanged = true;
            members[row.Name] = values.Of(row, scope);
        }

        return members;
    }

    // A reader decides by what the members are; the first alternative that has all that is printed is the one.
    private JsonObject OfAlternative(JsonText json, TypeReference union, TypeScope scope)
    {
        foreach (var alternative in union.Arguments)
        {
            var found = Resolve(alternative, [], scope);
            if (found.Type?.Kind == TypeKind.Object && found.Rows.Count > 0 && Fits(json, found.Rows))
                return OfObject(json, found.Rows, found.Scope);
        }

        return OfObject(json, [], scope);
    }

    private bool Fits(JsonText json, EquatableArray<RowDeclaration> rows)
    {
        var index = _indexes.Of(rows);
        var printed = new HashSet<int>();
        foreach (var member in json.Members)
        {
            if (index.Find(member.Name) is not { } position || (rows[position].Constant is { } constant && constant != member.Value.Text))
                return false;
            printed.Add(position);
        }

        return json.IsElided || Enumerable.Range(0, rows.Count).All(position => printed.Contains(position) || !IsPromised(rows[position]) || _omitted.Contains(rows[position].Name));
    }

    private JsonNode OfString(string text, TypeReference? type, RowDeclaration? row)
    {
        string[] allowed = row?.Constant is { } constant ? [constant] : type?.Kind == TypeKind.Enum ? [.. type.Values.Select(static value => value.Value)] : [];
        if (allowed.Length == 0 || allowed.Contains(text, StringComparer.Ordinal) || _corrections[text].FirstOrDefault(here => allowed.Contains(here, StringComparer.Ordinal)) is not { } here)
            return FieldText.ToUnicode(text);
        _isChanged = true;
        return here;
    }

    private static bool IsPromised(RowDeclaration row) => row is { IsOptional: false, IsPattern: false, IsWriteOnly: false, When: null };

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
