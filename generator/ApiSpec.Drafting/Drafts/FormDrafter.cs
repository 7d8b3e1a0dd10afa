using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Examples;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Recognises bodies that are forms.</summary>
internal sealed class FormDrafter(DraftingContext context)
{
    private const int MostExamples = 16;

    private static readonly (string MediaType, BodyFormat Format)[] s_mediaTypes
        = [.. new[] { BodyFormat.Multipart, BodyFormat.Form, BodyFormat.Json }.Select(static format => (BodyFormats.MediaTypeOf(format), format))];

    /// <summary>Returns a body as a form, if its example, its table or the text about the request shows that it is one.</summary>
    /// <param name="body">The body; null: none on the page.</param>
    /// <param name="head">The head of the example; null: none.</param>
    /// <param name="hasFormTitle">Whether the title of a column says that the rows are fields of a form.</param>
    public DraftEntry? AsForm(DraftEntry? body, HttpHead? head, bool hasFormTitle)
    {
        if (body is not { Value: DraftTable { Entries: var rows } } || !rows.All(static row => row.Value is DraftText))
            return body;
        if (SentForm(head) is { } sent)
            return body with { Key = BodyFormats.RequestKeyOf(sent), Mark = body.Mark.And(Mark.FromExample) };
        return PrintedType() switch
        {
            BodyFormat.Json => hasFormTitle ? body with { Mark = body.Mark.And(Mark.Check("whether it is a form")) } : body,
            { } printed => body with { Key = BodyFormats.RequestKeyOf(printed), Mark = body.Mark.And(Mark.From("the media type")) },
            null => hasFormTitle ? WithFiles(body with { Key = BodyFormats.RequestKeyOf(BodyFormat.Form) }) : body,
        };
    }

    /// <summary>Returns a form as one with parts, if a field is a file.</summary>
    public static DraftEntry WithFiles(DraftEntry form)
        => form is { Key: "body form", Value: DraftTable table } && table.Entries.Any(static row => row.Value is DraftText { Text: var text } && IsFile(text))
            ? form with { Key = BodyFormats.RequestKeyOf(BodyFormat.Multipart), Mark = form.Mark.And(Mark.From("the type of a field")) }
            : form;

    /// <summary>Returns the form that the example of a request sends; null: it sends none.</summary>
    /// <param name="head">The head of the first example; null: none.</param>
    /// <param name="heads">The heads of all examples, whose values show types that the first one does not.</param>
    /// <param name="method">The method of the request.</param>
    public DraftEntry? OfExample(HttpHead? head, IEnumerable<HttpHead> heads, string method)
    {
        if (head is not { IsCommand: true } || head.Method?.Text.ToUpperInvariant() != method || SentForm(head) is not { } format)
            return null;
        var shown = heads.Take(MostExamples).SelectMany(FieldsOf).Where(static field => field.Type != TypeParser.Unknown)
            .DistinctBy(static field => field.Name).ToDictionary(static field => field.Name, static field => field.Type, StringComparer.Ordinal);
        var fields = FieldsOf(head).Select(field => field.Type == TypeParser.Unknown ? field with { Type = shown.GetValueOrDefault(field.Name, field.Type) }
            : field);
        var rows = fields.Where(static field => CellWords.IsName(field.Name)).DistinctBy(static field => field.Name).Select(static field
            => RowComposer.Compose(new DraftRow(field.Name) { Type = field.Type, IsPresenceUnknown = true, Mark = Mark.FromExample })).ToList();
        return rows.Count == 0 ? null : new DraftEntry(BodyFormats.RequestKeyOf(format), new DraftTable(rows), Mark.FromExample, []);
    }

    private static IEnumerable<(string Name, string Type)> FieldsOf(HttpHead head)
        => head.Fields.Count > 0
            ? head.Fields.Select(static field => (Name: field.Decode(field.Name), Type: field.IsFile ? "bytes" : TypeOf(field.Decode(field.Value))))
            : PairsOf(head.Body?.Text ?? "");

    // Without a header, a command sends its data as a form. An example for JSON can leave out the header.
    private BodyFormat? SentForm(HttpHead? head)
    {
        if (head is null)
            return null;
        var type = head.Headers.Where(static header => header.Name.Text.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            .Select(static header => header.Value.Text).FirstOrDefault();
        return type is not null ? BodyFormats.FormOf(type)
            : head.Fields.Count > 0 ? BodyFormat.Multipart
            : head.IsCommand && PairsOf(head.Body?.Text ?? "").Any() && PrintedType() != BodyFormat.Json ? BodyFormat.Form
            : null;
    }

    private static bool IsFile(string row) => row.StartsWith("bytes", StringComparison.Ordinal);

    // 'name=left&size=4'. JSON and XML start with other characters.
    private static IEnumerable<(string Name, string Type)> PairsOf(string text)
        => text.Trim() is [not ('{' or '[' or '<' or '"'), ..] pairs && pairs.Split('&').All(static pair => pair.IndexOf('=', StringComparison.Ordinal) > 0)
            ? PrintedQuery.In("?" + pairs).Select(static pair => (pair.Name, TypeOf(Uri.UnescapeDataString(pair.Value ?? ""))))
            : [];

    private static string TypeOf(string value)
        => CommandSyntax.TypeOf(value) is { } choice ? choice
            : Elision.Is(value) || value.Length == 0 ? TypeParser.Unknown
            : RequestDrafter.TypeOf(value);

    // The only media type in the text about the request.
    private BodyFormat? PrintedType()
    {
        var types = context.Section.Parts.TakeWhile(static part => part.Key is null || !(part.Key is "response" or ProfileKeys.Status or ProfileKeys.Error))
            .Where(static part => !ProfileKeys.IsOfExample(part.Key)).SelectMany(static part => part.Visible)
            .SelectMany(static line => s_mediaTypes.Where(type => line.Text.Contains(type.MediaType, StringComparison.OrdinalIgnoreCase)))
            .Select(static type => type.Format).Distinct().Take(2).ToList();
        return types is [var only] ? only : null;
    }
}
