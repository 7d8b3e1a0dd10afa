using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApiSpec.Generator.Model;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Answers;

/// <summary>Makes JSON values from schemas: always the same ones, and the simplest that the schema allows.</summary>
/// <remarks>
/// Constants and documented defaults as they are, the first value of an enum, 1 for numbers and identifiers, the member's name for other texts, one fixed
/// moment, empty lists and maps. A link leads to the operation that the spec names, with the path values of the request.
/// </remarks>
internal class SampleValues(StubApi api, Uri origin, IReadOnlyDictionary<string, string> pathValues)
{
    // Page<Page<...>> never comes back to a schema that is open.
    private const int MaximumDepth = 32;

    // Schemas that are being written: one that holds itself ends where it would begin again.
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    protected StubApi Api => api;

    public JsonNode? Of(BodyDeclaration body) => body.Kind switch
    {
        BodyKind.Members => Members(body.Members, TypeScope.Empty),
        BodyKind.Type => Of(body.Type!, null, TypeScope.Empty),
        _ => null,
    };

    /// <summary>A body in which members have what one section prints for them: constants, and links to its own operations.</summary>
    public JsonNode? Of(BodyDeclaration body, EquatableArray<MemberValue> printed)
    {
        var sample = Of(body);
        if (sample is not JsonObject members)
            return sample;
        foreach (var value in printed)
        {
            if (value.Constant is { } constant)
                members[value.Name] = Like(members[value.Name], constant);
            else if (value.Link is { } link && api.FindOperation(link) is { } operation)
                members[value.Name] = new Uri(origin, PathOf(operation)).AbsoluteUri;
        }

        return members;
    }

    /// <summary>The path of an operation, with the request's values for its placeholders, and sample values where the request has none.</summary>
    public string PathOf(StubOperation operation) => string.Concat(operation.Template.Parts.Select(part =>
    {
        if (!part.IsPlaceholder)
            return part.Text;
        if (pathValues.TryGetValue(part.Text, out var value))
            return Uri.EscapeDataString(value);
        var row = operation.PathRows.FirstOrDefault(row => row.Name == part.Text);
        return Uri.EscapeDataString((row is null ? null : Of(row.Type, row, TypeScope.Empty))?.ToString() ?? part.Text);
    }));

    /// <summary>The text of a member that has no constant.</summary>
    protected virtual string Text(RowDeclaration row)
        => SampleText.FromDescription(row.Description) ?? (SampleText.IsIdentifier(row.Name) ? "1" : row.Name);

    protected virtual string Url(RowDeclaration row)
        => new Uri(origin, row.Link is { } link && api.FindOperation(link) is { } operation ? PathOf(operation) : "/" + Uri.EscapeDataString(row.Name)).AbsoluteUri;

    protected virtual long Number(RowDeclaration row) => 1;

    protected virtual bool Includes(RowDeclaration row) => row is { IsWriteOnly: false, IsPattern: false, When: null };

    private JsonObject Members(EquatableArray<RowDeclaration> rows, TypeScope scope)
    {
        var members = new JsonObject();
        foreach (var row in rows)
        {
            if (!Includes(row))
                continue;
            var value = Of(row.Type, row, scope);
            if (value is not null || !row.IsOptional)
                members[row.Name] = value;
        }

        return members;
    }

    private JsonNode? Of(TypeReference type, RowDeclaration? row, TypeScope scope)
    {
        if (row is not null && (row.Constant ?? row.Default) is { } fixedText && OfText(type, fixedText) is { } value)
            return value;
        var named = row ?? Nameless;
        return type.Kind switch
        {
            TypeKind.String => SampleText.Fit(Text(named), named.Range),
            TypeKind.Url => Url(named),
            TypeKind.Boolean or TypeKind.Flag => true,
            TypeKind.Int or TypeKind.Long or TypeKind.Float or TypeKind.Double or TypeKind.Decimal => InRange(Number(named), named.Range),
            TypeKind.Date => SampleText.Date,
            TypeKind.Time => SampleText.Time,
            TypeKind.DateTime => SampleText.DateTime(api.DateTimeFormat),
            TypeKind.Duration => SampleText.Duration,
            TypeKind.Uuid => SampleText.Uuid,
            TypeKind.Bytes => SampleText.Bytes(named.Name),
            TypeKind.Enum => type.Values.Count > 0 ? type.Values[0].Value : named.Name,
            TypeKind.Object => Members(named.Members, scope),
            TypeKind.Any or TypeKind.Map => new JsonObject(),
            TypeKind.List => List(type, named, scope),
            TypeKind.Quoted => Of(type.Arguments[0], row, scope)?.ToJsonString(),
            TypeKind.Pipe or TypeKind.Brackets or TypeKind.Nullable or TypeKind.Csv or TypeKind.Comma or TypeKind.Space or TypeKind.Repeat or TypeKind.Union => Of(type.Arguments[0], row, scope),
            TypeKind.Named => OfNamed(type, row, scope),
            _ => named.Name,
        };
    }

    private JsonNode? OfNamed(TypeReference type, RowDeclaration? row, TypeScope scope)
    {
        if (scope.Find(type.Name!) is { } argument)
            return Of(argument.Type, row, argument.Scope);
        var name = NameOf(type);
        if (_open.Count == MaximumDepth || !_open.Add(name))
            return null;
        try
        {
            if (api.FindAlias(type.Name!) is { } alias)
                return Of(alias, row, TypeScope.Empty);
            if (api.FindSchema(type.Name!) is not { } schema)
                return null;
            var inner = TypeScope.Of(schema, type, scope);
            return schema.Type is { } other ? Of(other, row, inner) : Members(schema.Members, inner);
        }
        finally
        {
            _open.Remove(name);
        }
    }

    private JsonArray List(TypeReference type, RowDeclaration row, TypeScope scope)
    {
        var list = new JsonArray();
        if (int.TryParse(row.Range?.Minimum, NumberStyles.None, CultureInfo.InvariantCulture, out var minimum))
        {
            for (var i = 0; i < Math.Min(minimum, 100); i++)
                list.Add(Of(type.Arguments[0], row with { Range = null }, scope));
        }

        return list;
    }

    // What a row says about its values is text; the type tells which JSON value it means.
    private JsonNode? OfText(TypeReference type, string text)
    {
        switch (type.Kind)
        {
            case TypeKind.Boolean or TypeKind.Flag:
                return bool.TryParse(text, out var boolean) ? boolean : null;
            case TypeKind.Int or TypeKind.Long:
                return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) ? integer : null;
            case TypeKind.Float or TypeKind.Double or TypeKind.Decimal:
                return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
            case TypeKind.Nullable or TypeKind.Union:
                return OfText(type.Arguments[0], text);
            case TypeKind.Named:
                return api.FindAlias(type.Name!) is { Kind: not TypeKind.Named } alias ? OfText(alias, text) : text;
            case TypeKind.List or TypeKind.Map or TypeKind.Object:
                return null;
            default:
                return text;
        }
    }

    private static JsonNode Like(JsonNode? sample, string text) => sample?.GetValueKind() switch
    {
        JsonValueKind.Number when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        JsonValueKind.True or JsonValueKind.False when bool.TryParse(text, out var boolean) => boolean,
        _ => text,
    };

    private static string NameOf(TypeReference type)
        => type.Arguments.Count == 0 ? type.Name ?? type.Kind.ToString() : $"{type.Name ?? type.Kind.ToString()}<{string.Join(',', type.Arguments.Select(NameOf))}>";

    private static JsonNode InRange(long number, ValueRange? range)
    {
        const NumberStyles Styles = NumberStyles.Float;
        if (decimal.TryParse(range?.Minimum, Styles, CultureInfo.InvariantCulture, out var minimum) && number < minimum)
            return minimum;
        return decimal.TryParse(range?.Maximum, Styles, CultureInfo.InvariantCulture, out var maximum) && number > maximum ? maximum : number;
    }

    private static RowDeclaration Nameless { get; } = new() { Name = "value", Type = new TypeReference { Kind = TypeKind.Any }, Pointer = "" };
}
