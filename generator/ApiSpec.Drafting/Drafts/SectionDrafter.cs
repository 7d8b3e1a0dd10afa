using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Sections;
using ApiSpec.Drafting.Tables;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Facts that the page does not print, passed by the user.</summary>
/// <param name="Edition">The edition of the manual; null: the printed edition.</param>
/// <param name="Page">The name of the page; null: the name of its file, if it matches the profile.</param>
/// <param name="IsProfileFitting">Whether the profile is for the manual of the page.</param>
internal sealed record DraftOptions(string? Edition, string? Page, bool IsProfileFitting = true);

/// <summary>Drafts the spec of one section.</summary>
internal sealed class SectionDrafter
{
    // The maximum number of paragraphs that describe an operation without a heading.
    private const int MostParagraphs = 3;

    private const int ShortLine = 60;
    private const string DoubtfulReplacement = "whether it is the replacement";
    private const string SentenceEnds = ".:;,!?)\u3002";

    private readonly DraftingContext _context;
    private readonly DraftOptions _options;
    private readonly string _file;
    private readonly List<DraftEntry> _entries = [];
    private readonly List<PageLine> _deprecated = [];

    // The sentences around those that deprecate the operation and name its replacement, by the line of all.
    private readonly Dictionary<PageLine, PageLine> _besideDeprecated = new(ReferenceEqualityComparer.Instance);
    // The headings inside parts that the profile leaves out, and the heading of the part.
    private readonly List<(PageLine Line, string Part)> _leftOut = [];
    private bool _isReplacementDoubtful;
    private HashSet<string>? _requestLines;

    private SectionDrafter(
        PageSection section, string file, Profile profile, KnownSpecs known, DraftOptions options, CancellationToken cancellationToken)
    {
        _context = new DraftingContext(section, profile, known, cancellationToken);
        _options = options;
        _file = file;
    }

    /// <summary>Drafts a section.</summary>
    /// <param name="section">The section.</param>
    /// <param name="file">The name of the page's file.</param>
    /// <param name="profile">The profile of the manual.</param>
    /// <param name="known">The specs that already exist.</param>
    /// <param name="options">Facts that the page does not print.</param>
    /// <param name="cancellationToken">Ends the drafting.</param>
    public static Draft Draft(
        PageSection section, string file, Profile profile, KnownSpecs known, DraftOptions options, CancellationToken cancellationToken)
        => new SectionDrafter(section, file, profile, known, options, cancellationToken).Draft();

    private Draft Draft()
    {
        DropLines();
        if (_context.Section.Lines.Any(static line => line.Text.Contains('\uFFFD', StringComparison.Ordinal)))
            _context.Notes.Add("The encoding of the page does not have some of its characters; save the page as UTF-8.");
        var examples = new ExampleDrafter(_context);
        var parameters = new ParameterDrafter(_context);
        parameters.Read();
        var first = new RequestDrafter(_context, examples, parameters.PathRows, []);
        parameters.ReadUnderRequest(first.Rest);
        parameters.ReadUnderTitle(first.Placeholders);
        var request = parameters.QueryRows.Count == 0
            ? first
            : new RequestDrafter(_context, examples, parameters.PathRows, [.. parameters.QueryRows.Where(static row => row.Type is not null)]);
        parameters.ReadProse(request, examples.RequestJson);
        examples.AddResponses(parameters.Responses);
        // A GET request has no body, unless the page describes it.
        if (request is { Request: { HttpMethod: "GET" or "HEAD" or "DELETE" } bodiless } && !parameters.HasBody)
            examples.PlaceBodies(bodiless, parameters.Samples, parameters.QueryRows.Select(static row => row.Name).ToHashSet(StringComparer.Ordinal));
        AddHead();
        var deprecated = DraftDeprecated();
        // A line that only names roles is not part of the function.
        var roles = new RoleDrafter(_context).Draft();
        var function = Joined("function");
        Add(_isReplacementDoubtful && function is not null ? function with { Mark = function.Mark.And(Mark.Check("whether it is the function")) } : function);
        LeaveBesideDeprecated();
        // Without another sentence for the function, the one after the deprecation can be it.
        _isReplacementDoubtful |= function is null && deprecated is { Value: DraftText { Text: not "true" } };
        Add(_isReplacementDoubtful && deprecated is not null ? deprecated with { Mark = deprecated.Mark.And(Mark.Check(DoubtfulReplacement)) } : deprecated);
        Add(roles);
        Add(DraftSince());
        var version = DraftVersion(request);
        request.VersionText = (version?.Value as DraftText)?.Text;
        Add(version);
        parameters.Complete(request, request.VersionText, examples.RequestJson);
        AddRequest(request);
        parameters.PlaceParameters(request);
        if (request.Request is { } called)
            examples.AddAddresses(called);
        parameters.AddQueryOf(request);
        parameters.AddListedValues();
        var bodies = new BodyDrafter(_context, request);
        var body = parameters.DraftBody(bodies, examples.RequestJson) ?? SampleBody(parameters, bodies, examples, request)
            ?? bodies.Draft("body", request.CanHaveBody ? examples.RequestJson : null)
            ?? parameters.Draft("body");
        var statuses = new StatusDrafter(_context);
        var status = new ResponseHeaderDrafter(_context).AddTo(statuses.Draft() ?? StatusDrafter.OfExample(examples.ResponseHeadLine));
        var codes = new ErrorCodeDrafter(_context);
        var errorCodes = codes.Draft();
        status = codes.AddTo(status);
        var success = SuccessOf(status);
        var response = bodies.Draft("response", examples.ResponseJson, statuses.BodyOf(isFailure: false));
        // A response without content has no body that could be unknown.
        if (response is not null && success.Count > 0 && !success.Exists(Tables.StatusLine.CanHaveBody))
            response = response.Value is DraftText { Text: TypeParser.Unknown }
                ? null
                : response with { Mark = response.Mark.And(Mark.Check("no status of the page can have a body")) };
        Add(parameters.Draft("path"));
        var query = parameters.Draft("query");
        Add(query);
        Add(parameters.Draft("headers"));
        foreach (var rule in parameters.Groups)
            Add(rule);
        var forms = new[] { parameters.Draft("body form"), parameters.Draft("body multipart") }.OfType<DraftEntry>().Select(FormDrafter.WithFiles).ToList();
        var form = new FormDrafter(_context);
        Add(forms.Count > 0 ? body
            : form.AsForm(body, examples.RequestHead, bodies.HasFormTitle)
                ?? (request.HasBody ? form.OfExample(examples.RequestHead, examples.RequestHeads, request.Method) : null));
        forms.ForEach(Add);
        var paging = request.Request?.HttpMethod == "GET" ? PagingDrafter.Draft(query, response, bodies.Schemas, status, _context.Notes) : null;
        Add(paging);
        if (response is not null)
            Add(JsonPrefixDrafter.Draft(_context));
        Add(status);
        Add(response);
        var error = bodies.Draft(ProfileKeys.Error, example: null, statuses.BodyOf(isFailure: true));
        bodies.DraftDefinitions();
        Add(bodies.Values);
        Add(error);
        Add(errorCodes);
        examples.LeaveOutSyntax(_entries.Exists(static entry => entry.Key is "body form" or "body multipart"));
        if (request.Request is { } line && _context.Known.ApiId is null)
            examples.MarkBelowBase(line);
        Add(examples.Draft(success is [var only] ? only : null));
        Add(UnusedSchemas.MarkIn(bodies.Schemas, _entries));
        return new Draft(_entries, [.. _context.Ledger.Unread(_context.Section.Lines, _context.Section.Unknown)], _context.Notes)
        {
            Section = _context.Section,
            LeftOut = _leftOut,
        };
    }

    private DraftEntry? SampleBody(ParameterDrafter parameters, BodyDrafter bodies, ExampleDrafter examples, RequestDrafter request)
        => (parameters.BodySample ?? examples.LooseBody) is { } sample && request.HasBody && !_context.Section.Of("body").Any()
            ? bodies.DraftSample("body", sample, examples.RequestJson)
            : null;

    private static List<string> SuccessOf(DraftEntry? status)
        => status is { Value: DraftTable table } ? [.. table.Entries.Select(static row => row.Key).Where(static key => key.StartsWith('2'))] : [];

    private void Add(DraftEntry? entry)
    {
        if (entry is not null)
            _entries.Add(entry);
    }

    // An invalid request line would leave the file without a section.
    private void AddRequest(RequestDrafter request)
    {
        foreach (var line in request.Lines)
        {
            if (PrintedRequest.CommentOf(line) is { } comment)
                _context.Ledger.Leave(line, comment);
        }

        if (request.Request is not null)
        {
            var mark = request.HasLostPlaceholders ? request.Mark.And(Mark.Check("which words of the path are replaced")) : request.Mark;
            Add(new DraftEntry("request", new DraftText(request.Text!), mark, request.Lines));
            return;
        }

        _entries.Insert(
            _entries.FindLastIndex(static entry => entry.Key is "api" or "section" or "title") + 1,
            new DraftEntry("operation", new DraftText("Section.Call"), Mark.Check("the name of the operation"), []));
        Add(new DraftEntry("request", new DraftText(TypeParser.Unknown), Mark.Check("the request line"), request.Lines));
        if (request.Text is not null)
            _context.Notes.Add("The request line cannot be read: " + request.Text);
    }

    private void DropLines()
    {
        foreach (var line in _context.Section.Lines.Where(line => _context.Profile.IsDropped(line.Text)))
            _context.Ledger.Drop(line);
        foreach (var line in _context.Section.Parts.SelectMany(part => CodeLabels.In(part.Lines, _context.Profile)))
            _context.Ledger.Drop(line);
        foreach (var part in _context.Section.Of(ProfileKeys.Skip))
        {
            // A heading that the profile knows starts a part of the spec, which would be lost.
            foreach (var line in (part.Heading is null ? part.Lines : part.Lines.Prepend(part.Heading)).Where(line => !StartsLostPart(part, line)))
                _context.Ledger.Drop(line);
            if (part.Heading is { } heading)
                _leftOut.AddRange(part.Lines.Where(line => line.Kind == LineKind.Heading && _context.Ledger.IsDropped(line))
                    .Select(line => (line, heading.Text)));
        }

        foreach (var part in _context.Section.Of(ProfileKeys.Group))
            _context.UseHeading(part);
    }

    private bool StartsLostPart(SectionPart part, PageLine line)
        => line.Kind == LineKind.Heading && !ReferenceEquals(line, part.Heading) && !_context.Profile.IsDropped(line.Text)
            && _context.Profile.HeadingsOf(line.Text).ToList() is { Count: > 0 } known && !known.Exists(static heading => heading.Key == ProfileKeys.Skip)
            && known.Exists(static heading => heading.Key != ProfileKeys.Group);

    private void AddHead()
    {
        var section = _context.Section;
        var lines = section.TitleLine is { } line ? new[] { line } : [];
        _context.Ledger.Use(lines);
        if (_context.Known.ApiId is { } api)
            Add(new DraftEntry("api", new DraftText(api), Mark.Printed, []));
        if (section.Number is not null)
            Add(new DraftEntry("section", new DraftText(section.Number), Mark.Printed, lines));
        var printed = Joined("title");
        if (printed is not null)
            Add(printed);
        else if (section.Title is { } title)
        {
            var mark = section.IsTitleDoubtful ? Mark.Check("which line is the title") : MarkOfFit;
            Add(new DraftEntry("title", new DraftText(Folding.WithoutBullet(title)), mark, lines));
        }

        if (SourceOf() is { } source)
            Add(source);
    }

    // Edition, section and page.
    private DraftEntry? SourceOf()
    {
        var edition = _options.Edition;
        var lines = new List<PageLine>();
        foreach (var line in _context.Section.Preamble)
        {
            if (_context.Profile.Editions.FirstOrDefault(known => line.Text.Contains(known.Text, StringComparison.OrdinalIgnoreCase)) is not { Key: { } key })
                continue;
            edition ??= key;
            lines.Add(line);
            _context.Ledger.Use(line);
        }

        if (edition is null)
            return null;
        var page = _options.Page ?? (_context.Profile.PageNames.Any(pattern => pattern.IsMatch(_file)) ? _file : null);
        return new DraftEntry(
            "source", new DraftText(string.Join(' ', new[] { edition, _context.Section.Number, page }.Where(static word => word is not null))), Mark.Printed,
            lines);
    }

    private bool IsFree(PageLine line) => !_context.Ledger.IsUsed(line) && !_context.Ledger.IsDropped(line) && line.Kind is not (LineKind.Row or LineKind.Code);

    private bool IsProse(PageLine line) => IsFree(line) && !PrintedRequest.Is(line);

    private List<PageLine> ProseOf(SectionPart part)
    {
        var asides = Asides.In(part.Lines, _context.Profile).ToHashSet(ReferenceEqualityComparer.Instance);
        // A caption is about its table.
        return [.. part.Visible.Where(line => !asides.Contains(line) && !line.IsCaption)
            .Select(line => _besideDeprecated.GetValueOrDefault(line, line)).Where(IsProse)];
    }

    // Badges and lists can be between the title and the sentences about the operation.
    private List<PageLine> SentencesOf(SectionPart part)
    {
        var lines = ProseOf(part);
        // Rows that no sentence leads to are no text.
        lines.RemoveAll(static line => ListLine.Is(line) && NamedLine.Of(line) is { HasSign: true });
        // What another request does is not what this one does.
        lines.RemoveAll(line => OpeningRequest.In(line) is var (other, _) && !HasRequestLine(other));
        // A line such as 'Send this request:' only leads to the next one. A label alone is not the function.
        if (lines.Exists(static line => line.Text[^1] is not (':' or '\uFF1A') || line.Text.Length < ShortLine))
            lines.RemoveAll(static line => line.Text[^1] is ':' or '\uFF1A' && !line.IsItem);
        var first = _context.Section.TitleLine is { Kind: LineKind.Heading } || PrintedRequest.AtStartOf(_context.Section.Title ?? "") is not null
            ? lines.FindIndex(static line => !line.IsItem && (line.Text.Length >= ShortLine || SentenceEnds.Contains(line.Text[^1], StringComparison.Ordinal)))
            : 0;
        return first <= 0 ? lines : lines[first..];
    }

    private bool HasRequestLine(string request)
    {
        _requestLines ??= _context.Section.Parts.SelectMany(static part => part.Visible).Where(static line => PrintedRequest.Is(line))
            .Select(static line => line.Text.Trim('`')).ToHashSet(StringComparer.Ordinal);
        return _requestLines.Contains(request);
    }

    // If no profile fits the page, its first lines can be anything.
    private Mark MarkOfFit => _options.IsProfileFitting ? Mark.Printed : Mark.Check("no profile fits the page");

    // A badge or a sentence before the first heading.
    private DraftEntry? DraftDeprecated()
    {
        var replacement = new List<string>();
        var isConditional = false;
        foreach (var line in _context.Section.Of(ProfileKeys.Group).Where(static part => part.Heading is null).SelectMany(static part => part.Visible)
            .Where(IsProse))
        {
            var sentences = Sentences.Of(line.Text).ToList();
            var at = sentences.FindIndex(IsDeprecation);
            if (at < 0)
                continue;
            _deprecated.Add(line);
            isConditional |= _context.Profile.IsConditional(sentences[at]);
            // The sentence after the one that says so names the replacement.
            if (at + 1 < sentences.Count)
                replacement.Add(sentences[at + 1]);
            // Of several sentences, any can be the replacement, and any the function.
            _isReplacementDoubtful |= at == 0 && sentences.Count > 2;
            if (sentences.Where((_, index) => index < at || index > at + 1).ToList() is { Count: > 0 } beside)
                _besideDeprecated.Add(line, line with { Text = string.Join(' ', beside) });
        }

        if (_deprecated.Count == 0)
            return null;
        _context.Ledger.Use(_deprecated);
        var mark = replacement.Exists(static sentence => sentence[^1] is not ('.' or '\u3002')) ? Mark.Check(DoubtfulReplacement) : Mark.Printed;
        if (isConditional)
            mark = mark.And(Mark.Check("whether it depends on a condition"));
        return new DraftEntry("deprecated", new DraftText(replacement.Count == 0 ? "true" : string.Join(' ', replacement)), mark, [.. _deprecated]);
    }

    private bool IsDeprecation(string sentence)
        => _context.Profile.Deprecated.Any(pattern => pattern.IsMatch(sentence.TrimEnd('.')) || pattern.IsMatch(sentence));

    // Sentences that are not part of the function are listed.
    private void LeaveBesideDeprecated()
    {
        foreach (var (line, beside) in _besideDeprecated)
        {
            if (!_context.Ledger.IsUsed(beside))
                _context.Ledger.Leave(line, beside.Text);
        }
    }

    private DraftEntry? Joined(string key)
    {
        var parts = _context.Section.Of(key).ToList();
        var isInferred = parts.Count == 0 && key == "function";
        // A paragraph between the title and the first heading describes the function of the operation.
        if (isInferred)
            parts = [.. _context.Section.Of(ProfileKeys.Group).Where(part => part.Heading is null && IsDescription(SentencesOf(part)))];
        parts.ForEach(_context.UseHeading);
        var lines = parts.SelectMany(part => isInferred ? SentencesOf(part) : ProseOf(part)).ToList();
        if (lines.Count == 0)
            return null;
        _context.Ledger.Use(lines);
        var mark = key == "function" && HasLabels(lines) ? Mark.Check("where the text ends") : isInferred ? MarkOfFit : Mark.Printed;
        return new DraftEntry(key, new DraftText(string.Join(' ', lines.Select(static line => line.Text))), mark, lines);
    }

    // In plain text, a short line between other lines can be a label, and not a part of the sentence.
    private static bool HasLabels(List<PageLine> lines)
        => lines.Count > 1 && lines.Exists(static line => line.Kind == LineKind.Text && line.Page == 0 && line.Text.Length < ShortLine
            && !SentenceEnds.Contains(line.Text[^1], StringComparison.Ordinal)) && lines.Zip(lines.Skip(1)).Any(static pair
                => !SentenceEnds.Contains(pair.First.Text[^1], StringComparison.Ordinal) && char.IsUpper(pair.Second.Text[0]));

    private bool IsDescription(List<PageLine> lines)
        => (lines.Count == 1 && !_context.Section.IsTitleDoubtful)
            || (lines.Count <= MostParagraphs && lines.TrueForAll(static line => line.Text.EndsWith('.') && line.Text.Contains(' ', StringComparison.Ordinal)));

    // The edition or product version that introduced the operation.
    private DraftEntry? DraftSince()
    {
        foreach (var part in _context.Section.Of(ProfileKeys.Since))
        {
            var line = part.Visible.FirstOrDefault();
            if (line is null || EditionWords.Since(line.Text, _context.Profile) is not { } edition)
                continue;
            _context.UseHeading(part);
            _context.Ledger.Use(line);
            return new DraftEntry(ProfileKeys.Since, new DraftText(edition), Mark.Printed, [line]);
        }

        return null;
    }

    private DraftEntry? DraftVersion(RequestDrafter request)
    {
        var isPlaceholder = request.Placeholders.Contains("version");
        foreach (var part in _context.Section.Of("version"))
        {
            _context.UseHeading(part);
            var lines = part.Visible.Where(static line => !line.Text.Contains(' ', StringComparison.Ordinal)).Take(1).ToList();
            _context.Ledger.Use(lines);
            if (lines.Count > 0 && isPlaceholder)
                return new DraftEntry("version", new DraftText(lines[0].Text), Mark.Printed, lines);
            if (lines.Count > 0 && request.Request is not null && request.Text?.Contains("/" + lines[0].Text, StringComparison.Ordinal) != true)
                _context.Notes.Add("The page prints the API version " + lines[0].Text + ", and the request line has no place for it.");
        }

        return isPlaceholder && request.VersionOfExample is { } version ? new DraftEntry("version", new DraftText(version), Mark.FromExample, []) : null;
    }
}
