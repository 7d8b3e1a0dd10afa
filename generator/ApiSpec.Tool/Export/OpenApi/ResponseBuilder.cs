using System.Text.Json.Nodes;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Tool.Specs;
using Microsoft.OpenApi;

namespace ApiSpec.Tool.Export.OpenApi;

/// <summary>Turns the outcomes of a section into responses.</summary>
internal sealed class ResponseBuilder(ExportContext context, SchemaBuilder schemas, BodyBuilder bodies)
{
    private const string Other = "default";

    /// <summary>Returns the responses of a section, by code.</summary>
    public OpenApiResponses Of(SectionDeclaration section, string path)
    {
        var table = OutcomeTable.Of(context.Reference, section);
        var body = BodyOutcomes.Of(context.Reference, section);
        var result = ResultOf(section, path);
        var error = bodies.ResponseOf(section, section.Error ?? context.Reference.Api?.Error, "Error", path);
        var responses = new OpenApiResponses();
        foreach (var rows in table.All.Where(outcome => context.View.Includes(outcome.Row.Editions)).GroupBy(static outcome => outcome.Code))
        {
            var succeeds = rows.Any(static row => row.IsResult) || (rows.Key == table.SuccessCode && !table.All.Any(static outcome => outcome.IsResult));
            responses[StatusDeclaration.TextOf(rows.Key).ToUpperInvariant()] = Of(section, [.. rows], succeeds, body, result, error, path);
        }

        if (!table.All.Any(outcome => outcome.IsResult || outcome.Code == table.SuccessCode))
        {
            var success = Success(section, body, result, error);
            AddHeaders(success, table.HeadersOf(table.SuccessCode), static _ => true, path);
            responses[StatusDeclaration.TextOf(table.SuccessCode)] = success;
        }

        if (table.IsOpen && !responses.ContainsKey(Other))
        {
            var other = Described("An outcome that the page does not show.", error is { } failure ? [failure] : []);
            AddHeaders(other, table.Classes.SelectMany(static status => status.Headers), static _ => true, path);
            responses[Other] = other;
        }

        return responses;
    }

    private void AddHeaders(OpenApiResponse response, IEnumerable<RowDeclaration> headers, Func<RowDeclaration, bool> isOfApi, string path)
    {
        foreach (var header in headers.Where(header => !header.IsRest && context.View.Includes(header.Editions)))
        {
            var file = isOfApi(header) ? context.Reference.Group.ApiFile?.Path ?? path : path;
            response.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.OrdinalIgnoreCase);
            // As for the client, the first row of a header applies.
            if (response.Headers.ContainsKey(header.Name))
                continue;
            if (header.IsPattern)
                context.Lose(file, header.Pointer, $"the name '{header.Name}' stands for any name that fits");
            var described = new OpenApiHeader { Description = SchemaBuilder.DescriptionOf(header) };
            var value = header with { Description = null, When = null };
            if (schemas.IsJsonText(header))
                described.Content = schemas.ContentOf(value, file, isRequest: false);
            else
                described.Schema = schemas.OfRow(value, file, isRequest: false);
            response.Headers.Add(header.Name, described);
        }
    }

    private OpenApiResponse Of(
        SectionDeclaration section, IReadOnlyList<Outcome> rows, bool succeeds, BodyOutcomes body, BodyContent? result, BodyContent? error, string path)
    {
        var code = rows[0].Row.FirstCode;
        var hasContent = code is >= 200 and not (204 or 205 or 304) && section.HttpMethod != "HEAD";
        var contents = new List<BodyContent>();
        if (hasContent)
        {
            // A page can list the errors with a success code, but not the success itself.
            if (succeeds && !rows.Any(static row => row.IsResult))
                Add(result);
            foreach (var row in rows)
            {
                if (row.OwnBody is { } own)
                    Add(bodies.ResponseOf(section, own, "Response" + row.Value, path));
                else
                    Add(row.IsResult ? result : error);
            }

            if (body.Success is not null && succeeds)
                Add(error);
        }

        var response = Described(string.Join("\n", rows.Select(DescriptionOf).Distinct(StringComparer.Ordinal)), contents);
        foreach (var row in rows)
            AddHeaders(response, row.Headers, row.IsHeaderOfApi, path);

        ExportContext.Extend(response, "outcomes", new JsonArray([.. rows.Select(OutcomeOf)]));
        if (succeeds && SuccessText(section) is { } success)
        {
            ExportContext.Extend(response, "success", success);
            var pointer = section.Outcomes.SuccessWhen is null ? "/status" : "/success when";
            context.Lose(path, pointer, $"that a response is a success when {success} is in 'x-apispec-success' only");
        }

        return response;

        void Add(BodyContent? content)
        {
            if (content is { } given && !contents.Contains(given))
                contents.Add(given);
        }
    }

    // Several bodies with the same media type are alternatives.
    private static OpenApiResponse Described(string description, List<BodyContent> contents)
    {
        var response = new OpenApiResponse { Description = description };
        if (contents.Count == 0)
            return response;
        response.Content = new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal);
        foreach (var content in contents.GroupBy(static content => content.MediaType, static content => content.Schema))
        {
            IReadOnlyList<IOpenApiSchema> schemas = [.. content];
            response.Content[content.Key] = new OpenApiMediaType { Schema = schemas is [var only] ? only : new OpenApiSchema { AnyOf = [.. schemas] } };
        }

        return response;
    }

    private OpenApiResponse Success(SectionDeclaration section, BodyOutcomes body, BodyContent? result, BodyContent? error)
    {
        List<BodyContent> contents = result is { } shown ? [shown] : [];
        if (body.Success is not null && error is { } failure)
            contents.Add(failure);
        var response = Described("The page does not show how a success is answered.", contents);
        if (SuccessText(section) is { } success)
            ExportContext.Extend(response, "success", success);
        return response;
    }

    private BodyContent? ResultOf(SectionDeclaration section, string path)
    {
        if (bodies.ResponseOf(section, section.Response, "Response", path) is not { } result)
            return null;
        var values = context.Reference.PrintedValues(section);
        var body = BodyReference.Resolve(context.Reference, section.Response, isRequest: false);
        var rows = BodyReference.TableOf(context.Reference, body)?.Rows ?? [];
        foreach (var value in values.Where(static value => value.Link is not null))
            context.Lose(path, value.Pointer, $"the link of '{value.Name}' to {value.Link} is only in 'x-apispec-link'");
        var constants = values.Where(static value => value.HasConstant || value.Link is not null)
            .Select(value => (value.Name, (IOpenApiSchema)ValueOf(
                value, rows.FirstOrDefault(row => string.Equals(row.Name, value.Name, StringComparison.Ordinal)))));
        return result with { Schema = SchemaBuilder.WithConstants(result.Schema, constants) };
    }

    private OpenApiSchema ValueOf(MemberValue value, RowDeclaration? row)
    {
        var kind = row is null ? TypeKind.String : context.Reference.Resolve(row.Type).Kind;
        var schema = new OpenApiSchema { Description = value.Description };
        if (value.HasNullConstant)
            schema.Enum = [JsonValues.Null];
        else if (value.Constant is { } constant)
            schema.Enum = [JsonValues.Of(kind, constant)];
        ExportContext.Extend(schema, "link", value.Link);
        return schema;
    }

    private string? SuccessText(SectionDeclaration section) => (section.Outcomes.SuccessWhen ?? context.Reference.Api?.Outcomes.SuccessWhen)?.Text;

    private static string DescriptionOf(Outcome outcome)
    {
        var words = outcome.Error is { } error ? "Error " + error.Code : outcome.Message;
        return (words, outcome.Description) switch
        {
            ({ } message, { } description) => message + ": " + description,
            ({ } message, null) => message,
            (null, { } description) => description,
            _ => StatusDeclaration.TextOf(outcome.Code),
        };
    }

    private JsonNode OutcomeOf(Outcome outcome)
    {
        var value = new JsonObject();
        Add("message", outcome.Message);
        Add("errorCode", outcome.ErrorId);
        Add("description", outcome.Description);
        if (outcome.Transient is { } transient)
            value["transient"] = transient;
        if (outcome.Row.Editions is var editions && editions != EditionRange.All && context.Edition is null)
            value["editions"] = EditionView.Of(editions).ToString();
        return value;

        void Add(string name, string? text)
        {
            if (text is not null)
                value[name] = text;
        }
    }
}
