using System.Text.Json;
using ApiSpec.Generator.Model;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Answers;

/// <summary>Checks a request body against the documented one: JSON, every required member there, and JSON values of the documented kinds.</summary>
internal sealed class RequestBodyCheck(StubApi api)
{
    private const int MaximumDepth = 64;

    /// <summary>Why the body is not what the reference shows; null: it is, or the reference shows nothing that can be checked.</summary>
    public string? FindMistake(BodyDeclaration? body, ReadOnlyMemory<byte> bytes)
    {
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
                    : value.EnumerateArray().Select((item, index) => Check(item, type.Arguments[0], row, scope, $"{path}[{index}]", depth + 1)).FirstOrDefault(static mistake => mistake is not null);
            case TypeKind.Map:
                return value.ValueKind != JsonValueKind.Object
                    ? Expected(path, "an object", value)
                    : value.EnumerateObject().Select(member => Check(member.Value, type.Arguments[0], row, scope, $"{path}.{member.Name}", depth + 1)).FirstOrDefault(static mistake => mistake is not null);
            case TypeKind.Boolean or TypeKind.Flag:
                return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : Expected(path, "true or false", value);
            case TypeKind.Int or TypeKind.Long or TypeKind.Float or TypeKind.Double or TypeKind.Decimal:
                return value.ValueKind == JsonValueKind.Number ? null : Expected(path, "a number", value);
            default:
                return value.ValueKind == JsonValueKind.String ? null : Expected(path, "a text", value);
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
