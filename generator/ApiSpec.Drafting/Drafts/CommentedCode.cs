using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Samples;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Lines of code up to the next other line, divided into comments and the text between them.</summary>
internal sealed class CommentedCode
{
    private readonly int _start;
    private readonly string[] _plain;
    private readonly List<string>?[] _comments;

    private CommentedCode(int start, string[] plain, IReadOnlyList<SampleComment> comments)
    {
        (_start, _plain, _comments, LastComment) = (start, plain, new List<string>?[plain.Length], -1);
        var (end, line) = (plain[0].Length, 0);
        foreach (var comment in comments)
        {
            while (comment.Start > end)
                end += plain[++line].Length + 1;
            (_comments[line] ??= []).Add(comment.Text);
            LastComment = start + line;
        }
    }

    /// <summary>The index of the line after the code.</summary>
    public int End => _start + _plain.Length;

    /// <summary>The index of the last line on which a comment starts; -1: the code has no comments.</summary>
    public int LastComment { get; }

    /// <summary>The index before which no rows start.</summary>
    public int EndOfRefused { get; set; }

    /// <summary>Reads the code that starts at a line.</summary>
    public static CommentedCode At(IReadOnlyList<PageLine> lines, int index)
    {
        var end = index;
        while (end < lines.Count && (lines[end].IsBlank || lines[end].Kind == LineKind.Code))
            end++;
        var text = string.Join('\n', lines.Skip(index).Take(end - index).Select(static line => line.Text));
        return new CommentedCode(index, SampleComments.Blank(text, out var comments).Split('\n'), comments);
    }

    /// <summary>Returns the text of a line without its comments.</summary>
    public string PlainOf(int index) => _plain[index - _start].Trim();

    /// <summary>Returns the comments that start on a line.</summary>
    public IReadOnlyList<string> CommentsOf(int index) => _comments[index - _start] ?? [];
}
