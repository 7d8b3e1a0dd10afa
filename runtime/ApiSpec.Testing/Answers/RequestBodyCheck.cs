using System.Globalization;
using System.Text.Json;
using ApiSpec.Generator.Model;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Answers;

/// <summary>Checks a request body against the documented one: JSON, every required member there, and values of the documented kinds, within their ranges.</summary>
internal sealed class RequestBodyCheck(StubApi api)
{
    private const int MaximumDepth = 64;

    /// <summary>Why the body is not what the reference shows; null: it is, or the reference shows nothing that can be checked.</summary>
    public string? FindMistake(BodyDeclaration? body, ReceivedRequest request)
    {
        var bytes = request.Body;
        if (body is { Kind: BodyKind.Media, Parts.Count: > 0 })
            return FormCheck.FindMistake(api, body, request);
        if (api.Resolve(body, isRequest: true) is not { Kind: BodyKind.Members or BodyKind.Type } documented)
            return null;
        if (bytes.IsEmpty)
            return "the body is missing";
        try
        {
            using var json = JsonDocument.Parse(bytes);
            return documented.Kind == BodyKind.Members
                ? CheckMembers(json.RootElement, documented.Members, TypeScope.Empty, "$", 0)
                : Check(json.RootElement, documented.Type!, null, TypeScope.Empty, "$", 0);
        }
        catch (JsonException)
        {
            return "the body is not JSON";
        }
    }

    /// <summary>The names of the members of a body; none when it is no JSON object.</summary>
    public static IReadOnlyList<string> FindNames(ReceivedRequest request)
    {
        try
        {
            if (request.Body.IsEmpty)
                return [];
            using var json = JsonDocument.Parse(request.Body);
            return json.RootElement.ValueKind == JsonValueKind.Object ? [.. json.RootElement.EnumerateObject().Select(static member => member.Name)] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private string? CheckMembers(JsonElement value, EquatableArray<RowDeclaration> rows, TypeScope scope, string path, int depth)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return Expected(path, "an object", value);
        foreach (var row in rows)
        {
            if (row.IsPattern || row.IsReadOnly)
                continue;
            if (!TryFind(value, row, out var member))
            {
                if (IsRequired(row))
                    return $"{path}.{row.Name} is missing";
                continue;
            }

            if (Check(member, row.Type, row, scope, $"{path}.{row.Name}", depth + 1) is { } mistake)
                return mistake;
        }

        return null;
    }

    private string? Check(JsonElement value, TypeReference type, RowDeclaration? row, TypeScope scope, string path, int depth)
    {
        if (depth > MaximumDepth)
            return null;
        switch (type.Kind)
        {
            case TypeKind.Nullable:
                return value.ValueKind == JsonValueKind.Null ? null : Check(value, type.Arguments[0], row, scope, path, depth);
            case TypeKind.Any:
                return null;
            case TypeKind.Union:
                var mistakes = type.Arguments.Select(alternative => Check(value, alternative, row, scope, path, depth + 1)).ToList();
                return mistakes.Contains(null) ? null : mistakes[0];
            case TypeKind.Named:
                return CheckNamed(value, type, row, scope, path, depth);
            case TypeKind.Object:
                return CheckMembers(value, row?.Members ?? [], scope, path, depth);
            case TypeKind.List:
                return value.ValueKind != JsonValueKind.Array
                    ? Expected(path, "a list", value)
                    : CheckCount(value.GetArrayLength(), row?.Range, path) ?? CheckNumbers(value, type.Arguments[0], scope, path, depth) ?? value.EnumerateArray().Select((item, index) => Check(item, type.Arguments[0], OfItem(row), scope, $"{path}[{index}]", depth + 1)).FirstOrDefault(static mistake => mistake is not null);
            case TypeKind.Map:
                return value.ValueKind != JsonValueKind.Object
                    ? Expected(path, "an object", value)
                    : value.EnumerateObject().Select(member => Check(member.Value, type.Arguments[0], OfItem(row), scope, $"{path}.{member.Name}", depth + 1)).FirstOrDefault(static mistake => mistake is not null);
            case TypeKind.Boolean or TypeKind.Flag:
                return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? CheckValue(value, type, row, path) : Expected(path, "true or false", value);
            case TypeKind.Int or TypeKind.Long or TypeKind.Float or TypeKind.Double or TypeKind.Decimal:
                return value.ValueKind == JsonValueKind.Number ? CheckValue(value, type, row, path) : Expected(path, "a number", value);
            default:
                return value.ValueKind == JsonValueKind.String ? CheckValue(value, type, row, path) : Expected(path, "a text", value);
        }
    }

    private string? CheckNamed(JsonElement value, TypeReference type, RowDeclaration? row, TypeScope scope, string path, int depth)
    {
        if (scope.Find(type.Name!) is { } argument)
            return Check(value, argument.Type, row, argument.Scope, path, depth + 1);
        if (api.FindAlias(type.Name!) is { } alias)
            return Check(value, alias, row, TypeScope.Empty, path, depth + 1);
        if (api.FindSchema(type.Name!) is not { } schema)
            return null;
        var inner = TypeScope.Of(schema, type, scope);
        return schema.Type is { } other ? Check(value, other, row, inner, path, depth + 1) : CheckMembers(value, schema.Members, inner, path, depth);
    }

    // What fits several alternatives counts as each of them, so that nothing right is refused.
    private string? CheckNumbers(JsonElement list, TypeReference item, TypeScope scope, string path, int depth)
    {
        foreach (var (alternative, times) in api.Counted(item, scope))
        {
            var found = list.EnumerateArray().Count(value => Check(value, alternative.Type, null, alternative.Scope, path, depth + 1) is null);
            if (found < times)
                return string.Create(CultureInfo.InvariantCulture, $"{path} has {found} {alternative.Type.Name}, and needs {times}");
        }

        return null;
    }

    private static string? CheckCount(int count, ValueRange? range, string path)
    {
        var isBelow = int.TryParse(range?.Minimum, NumberStyles.None, CultureInfo.InvariantCulture, out var minimum) && count < minimum;
        var isAbove = int.TryParse(range?.Maximum, NumberStyles.None, CultureInfo.InvariantCulture, out var maximum) && count > maximum;
        return isBelow || isAbove ? string.Create(CultureInfo.InvariantCulture, $"{path} has {count} elements, outside the range {range!.Minimum}..{range.Maximum}") : null;
    }

    private static string? CheckValue(JsonElement value, TypeReference type, RowDeclaration? row, string path)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        if (row?.Constant is { } constant && text != constant)
            return $"{path} is not '{constant}', but '{text}'";
        return type.Kind is TypeKind.Csv || TextCheck.FindMistake(type, row?.Range, text) is not { } mistake ? null : $"{path} has the value '{text}': {mistake}";
    }

    // A range or a constant of a list is about the list.
    private static RowDeclaration? OfItem(RowDeclaration? row) => row is null ? null : row with { Range = null, Constant = null };

    private static bool TryFind(JsonElement value, RowDeclaration row, out JsonElement member)
    {
        if (value.TryGetProperty(row.Name, out member))
            return true;
        foreach (var alias in row.Aliases)
        {
            if (value.TryGetProperty(alias, out member))
                return true;
        }

        return false;
    }

    // A condition or an edition says that some requests do without the member.
    private static bool IsRequired(RowDeclaration row) => !row.IsOptional && row.When is null && row.Editions == EditionRange.All;

    private static string Expected(string path, string what, JsonElement value)
    {
        var kind = value.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            JsonValueKind.String => "a text",
            JsonValueKind.Number => "a number",
            JsonValueKind.Null => "null",
            _ => "true or false",
        };
        return path == "$" ? $"the body is not {what}, but {kind}" : $"{path} is not {what}, but {kind}";
    }
}
