using System.Text.Json;
using System.Text.Json.Nodes;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Examples;
using ApiSpec.Language.Reference;
using ApiSpec.Testing.Loading;
using ApiSpec.Testing.Pages;

namespace ApiSpec.Testing.Responses;

/// <summary>Completes printed bodies, because pages shorten them and misprint some names and values.</summary>
/// <remarks>
/// Members that are missing according to an erratum or an ellipsis get sample values, and misprints are corrected. Any other body stays as printed.
/// </remarks>
/// <param name="operation">The operation, whose errata list the gaps and misprints of its page.</param>
/// <param name="values">Creates the missing values.</param>
internal sealed class PrintedBody(StubOperation operation, SampleValues values)
{
    // No page needs this much work. Without a limit, malicious text could block the test.
    private const int MaxWork = 1_000_000;

    private readonly Errata _errata = new(operation.Errata);
    private readonly TypeResolver _types = new(operation.Api);
    private readonly RowIndexes _indexes = new();
    private readonly WorkBudget _budget = new(MaxWork);

    private bool _isChanged;
    private bool _fillsGaps;

    /// <summary>The body as a server sends it.</summary>
    /// <param name="text">The body as the page prints it.</param>
    /// <param name="body">The documented body, or null.</param>
    /// <param name="printed">The facts of the section about members of a shared schema.</param>
    public string Complete(string text, BodyDeclaration? body, EquatableArray<MemberValue> printed)
    {
        if (body is not { Kind: BodyKind.Members or BodyKind.Type } || PrintedBodyValues.Of(operation.ShapeOf(body, isRequest: false), text) is not { } json)
            return text;
        var completed = body.Kind == BodyKind.Members ? Members(json, body.Members, TypeScope.Empty) : Of(json, body.Type, null, TypeScope.Empty, null);
        if (!_isChanged && (IsJson(text) || body.Format == BodyFormat.Xml))
            return text;
        // The facts of this section about a member take precedence over its type.
        if (completed is JsonObject members && printed.Count > 0 && values.Of(body, printed) is JsonObject sample)
        {
            foreach (var name in printed.Select(static value => value.Name)
                .Where(name => !json.Members.Any(member => member.Name == name) && sample[name] is not null))
                members[name] = sample[name]!.DeepClone();
        }

        return completed?.ToJsonString() ?? "null";
    }

    /// <summary>A body of which only some members are written, with sample values for the other required members.</summary>
    /// <param name="written">The written members.</param>
    /// <param name="body">The documented body, or null.</param>
    public JsonNode? Fill(JsonText written, BodyDeclaration? body)
    {
        _fillsGaps = true;
        return body?.Kind == BodyKind.Members ? Members(written, body.Members, TypeScope.Empty) : Of(written, body?.Type, null, TypeScope.Empty, null);
    }

    private JsonNode? Of(JsonText json, TypeReference? type, EquatableArray<RowDeclaration>? rows, TypeScope scope, RowDeclaration? row)
    {
        IReadOnlyList<ValueForm> forms = type is null ? [] : _types.Resolve(type, scope, rows).Forms;
        switch (json.Kind)
        {
            // "<id>" is a string, but a number where the reference has one.
            case JsonTextKind.String when json.IsElided && row is not null && type is { Kind: not (TypeKind.String or TypeKind.Url or TypeKind.Any) }:
            case JsonTextKind.Elided:
                _isChanged = true;
                return row is null ? null : values.Of(row, scope);
            case JsonTextKind.Array:
                _isChanged |= json.IsElided;
                if (OnlyOne(forms, TypeKind.Tuple) is { } tuple && OnlyOne(forms, TypeKind.List) is null)
                    return Positions(json, tuple);
                var list = OnlyOne(forms, TypeKind.List);
                return new JsonArray([.. json.Items.Select(item => Of(item, list?.Type.Arguments[0], list?.Rows, list?.Scope ?? TypeScope.Empty, null))]);
            case JsonTextKind.Object:
                return OfObject(json, [.. forms.Where(static form => form.Kind is TypeKind.Object or TypeKind.Map)]);
            case JsonTextKind.String:
                return OfString(json.Text, OnlyOne(forms, TypeKind.Enum)?.Type, row);
            case JsonTextKind.Number:
                return JsonNode.Parse(json.Text);
            case JsonTextKind.Null:
                return null;
            default:
                return json.Kind == JsonTextKind.True;
        }
    }

    private static ValueForm? OnlyOne(IReadOnlyList<ValueForm> forms, TypeKind kind)
        => forms.Where(form => form.Kind == kind).Take(2).ToList() is [var only] ? only : null;

    // Readers recognize an alternative by its members, so the first alternative with all printed members is used.
    private JsonObject OfObject(JsonText json, IReadOnlyList<ValueForm> forms)
    {
        var form = forms is [var only] ? only : forms.FirstOrDefault(form => form.Rows is { Count: > 0 } rows && HasAll(rows, json) && Check.Fits(form, json));
        return form is { Kind: TypeKind.Map } ? Entries(json, form) : Members(json, form?.Rows ?? [], form?.Scope ?? TypeScope.Empty);
    }

    private ValueCheck Check => new(operation.Api, isRequest: false, _budget) { Errata = _errata, Indexes = _indexes };

    private bool HasAll(EquatableArray<RowDeclaration> rows, JsonText json) => json.Members.All(member => _indexes.Of(rows).Find(member.Name) is not null);

    private JsonObject Entries(JsonText json, ValueForm map)
    {
        _isChanged |= json.IsElided;
        var entries = new JsonObject();
        foreach (var (name, _, _, value) in json.Members)
            entries[FieldText.ToUnicode(name)] = Of(value, map.Type.Arguments[0], map.Rows, map.Scope, null);
        return entries;
    }

    private JsonObject Members(JsonText json, EquatableArray<RowDeclaration> rows, TypeScope scope)
    {
        _isChanged |= json.IsElided;
        var members = new JsonObject();
        var index = _indexes.Of(rows);
        var printed = new HashSet<int>();
        foreach (var member in json.Members)
        {
            var name = member.Name;
            var position = index.Find(name);
            if (position is null && _errata.CorrectionOf(name) is { } here && index.Find(here) is { } meant)
            {
                _isChanged = true;
                (name, position) = (here, meant);
            }

            var row = position is { } found ? rows[found] : null;
            if (position is { } known)
                printed.Add(known);
            members[FieldText.ToUnicode(name)] = Of(member.Value, row?.Type, row?.Members, scope, row);
        }

        foreach (var position in index.Required(isRequest: false))
        {
            var row = rows[position];
            if (printed.Contains(position) || !(_fillsGaps || json.IsElided || _errata.IsOmitted(row.Name)))
                continue;
            _isChanged = true;
            members[row.Name] = values.Of(row, scope);
        }

        return members;
    }

    private JsonArray Positions(JsonText json, ValueForm tuple)
    {
        List<RowDeclaration> rows = [.. (tuple.Rows ?? []).Where(static row => !row.IsRest)];
        // A page that leaves out a value does not show which one.
        var items = json.IsElided ? [] : json.Items;
        var positions = new JsonArray([.. items.Select((item, i)
            => i < rows.Count ? Of(item, rows[i].Type, rows[i].Members, tuple.Scope, rows[i]) : Of(item, null, null, TypeScope.Empty, null))]);
        for (var i = positions.Count; i < rows.Count && !Presence.MayBeAbsent(rows[i], isRequest: false); i++)
        {
            if (!(_fillsGaps || json.IsElided || _errata.IsOmitted(rows[i].Name)))
                break;
            _isChanged = true;
            positions.Add(values.Of(rows[i], tuple.Scope));
        }

        return positions;
    }

    private JsonNode OfString(string text, TypeReference? type, RowDeclaration? row)
    {
        string[] allowed = row?.Constant is { } constant ? [constant] : type?.Kind == TypeKind.Enum ? [.. type.Values.Select(static value => value.Value)] : [];
        if (allowed.Length == 0 || allowed.Contains(text, StringComparer.Ordinal))
            return FieldText.ToUnicode(text);
        if (_errata.CorrectionOf(text) is not { } here || !allowed.Contains(here, StringComparer.Ordinal))
            return FieldText.ToUnicode(text);
        _isChanged = true;
        return here;
    }

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
