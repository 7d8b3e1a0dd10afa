using Microsoft.OpenApi;

namespace ApiSpec.Tool.Export.OpenApi;

/// <summary>Merges operations with the same method and path into one, because OpenAPI allows only one.</summary>
internal static class SharedAddress
{
    private static readonly IEqualityComparer<OpenApiParameter> s_byName = EqualityComparer<OpenApiParameter>.Create(
        static (one, other) => IsSame(one!, other!), static parameter => StringComparer.Ordinal.GetHashCode(parameter.Name ?? ""));

    /// <summary>Adds the request and the responses of an operation in other formats. The rest of both operations is the same.</summary>
    /// <param name="first">The operation that stays.</param>
    /// <param name="other">The operation with the other formats.</param>
    public static void AddFormat(OpenApiOperation first, OpenApiOperation other)
    {
        if (first.RequestBody is OpenApiRequestBody body)
            AddMissing(body.Content ??= new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal), other.RequestBody?.Content);
        foreach (var (code, response) in other.Responses!)
        {
            if (response is { Content.Count: > 0 } && first.Responses![code] is OpenApiResponse known)
                AddMissing(known.Content ??= new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal), response.Content);
        }

        // A parameter can apply only together with a field that one format has.
        var parameters = (first.Parameters ?? []).Cast<OpenApiParameter>().ToList();
        var added = (other.Parameters ?? []).Cast<OpenApiParameter>().ToList();
        foreach (var parameter in parameters.Except(added, s_byName).Concat(added.Except(parameters, s_byName)))
            parameter.Required = parameter.In == ParameterLocation.Path;
        parameters.AddRange(added.Except(parameters, s_byName).ToList());
        if (parameters.Count > 0)
            first.Parameters = [.. parameters];
    }

    private static void AddMissing(IDictionary<string, IOpenApiMediaType> first, IDictionary<string, IOpenApiMediaType>? other)
    {
        foreach (var (mediaType, content) in other ?? new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal))
            first.TryAdd(mediaType, content);
    }

    /// <summary>Merges an operation into the first with the same method and path.</summary>
    /// <param name="first">The operation that stays.</param>
    /// <param name="other">The operation that is added to it.</param>
    public static void Merge(OpenApiOperation first, OpenApiOperation other)
    {
        first.OperationId += "_or_" + other.OperationId;
        first.Summary = Join(first.Summary, other.Summary, " / ");
        first.Description = Join(first.Description, other.Description, "\n\n");
        foreach (var tag in other.Tags ?? new HashSet<OpenApiTagReference>())
        {
            if (first.Tags!.All(known => known.Reference.Id != tag.Reference.Id))
                first.Tags!.Add(tag);
        }

        MergeParameters(first, other);
        first.RequestBody = first.RequestBody is OpenApiRequestBody body ? Merge(body, other.RequestBody) : other.RequestBody;
        foreach (var (code, response) in other.Responses!)
        {
            if (first.Responses!.TryGetValue(code, out var known) && known is OpenApiResponse merged && response is OpenApiResponse added)
                Merge(merged, added);
            else
                first.Responses[code] = response;
        }
    }

    private static void MergeParameters(OpenApiOperation first, OpenApiOperation other)
    {
        var parameters = (first.Parameters ?? []).Cast<OpenApiParameter>().ToList();
        var added = (other.Parameters ?? []).Cast<OpenApiParameter>().ToList();
        var alone = parameters.Where(parameter => parameter.In != ParameterLocation.Path && !added.Exists(candidate => IsSame(candidate, parameter)));
        foreach (var parameter in alone)
            parameter.Required = false;
        foreach (var parameter in added)
        {
            if (parameters.Find(candidate => IsSame(candidate, parameter)) is not { } known)
            {
                parameter.Required &= parameter.In == ParameterLocation.Path;
                parameters.Add(parameter);
            }
            else
            {
                known.Required &= parameter.Required;
                known.Schema = Either(known.Schema, parameter.Schema);
            }
        }

        if (parameters.Count > 0)
            first.Parameters = [.. parameters];
    }

    private static bool IsSame(OpenApiParameter one, OpenApiParameter other) => one.In == other.In && one.Name == other.Name;

    private static OpenApiRequestBody Merge(OpenApiRequestBody first, IOpenApiRequestBody? other)
    {
        if (other is null)
            first.Required = false;
        Merge(first.Content ??= new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal), other?.Content);
        return first;
    }

    private static void Merge(OpenApiResponse first, OpenApiResponse other)
    {
        first.Description = Join(first.Description, other.Description, "\n");
        if (other.Content is not null)
            Merge(first.Content ??= new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal), other.Content);
    }

    private static void Merge(IDictionary<string, IOpenApiMediaType> first, IDictionary<string, IOpenApiMediaType>? other)
    {
        foreach (var (mediaType, content) in other ?? new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal))
        {
            if (!first.TryGetValue(mediaType, out var known) || known is not OpenApiMediaType merged)
            {
                first[mediaType] = content;
                continue;
            }

            merged.Schema = Either(merged.Schema, content.Schema);
            foreach (var (name, example) in content.Examples ?? new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal))
            {
                merged.Examples ??= new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal);
                var key = name;
                for (var number = 2; !merged.Examples.TryAdd(key, example); number++)
                    key = name + "_" + number;
            }
        }
    }

    private static IOpenApiSchema? Either(IOpenApiSchema? one, IOpenApiSchema? other)
    {
        if (one is null || other is null)
            return one ?? other;
        if (one is OpenApiSchemaReference first && other is OpenApiSchemaReference second && first.Reference.Id == second.Reference.Id)
            return one;
        if (one is OpenApiSchema { Enum: { Count: > 0 } values, Type: var type } known
            && other is OpenApiSchema { Enum: { Count: > 0 } others } added && type == added.Type)
        {
            foreach (var value in others.Where(value => !values.Any(listed => System.Text.Json.Nodes.JsonNode.DeepEquals(listed, value))))
                values.Add(value);
            return known;
        }

        if (one is OpenApiSchema { AnyOf: { Count: > 0 } alternatives, Type: null })
        {
            alternatives.Add(other);
            return one;
        }

        return new OpenApiSchema { AnyOf = [one, other] };
    }

    private static string? Join(string? one, string? other, string separator)
        => one is null ? other : other is null || one.Split(separator).Contains(other, StringComparer.Ordinal) ? one : one + separator + other;
}
