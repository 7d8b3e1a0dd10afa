using System.Text.Json;

namespace ApiSpec.Benchmarks.Peers;

// The records for System.Text.Json and Refit. They have setters, which generated code assigns directly, unlike init accessors.

public sealed record StjAction
{
    public string Name { get; set; } = null!;

    public string Href { get; set; } = null!;

    public string Method { get; set; } = null!;

    public List<JsonElement>? Parameters { get; set; }
}

public sealed record StjError
{
    public string ErrorSource { get; set; } = null!;

    public string Message { get; set; } = null!;

    public string MessageID { get; set; } = null!;

    public string Application { get; set; } = null!;

    public string? MessageData { get; set; }
}

public sealed record StjResult
{
    public string InstanceID { get; set; } = null!;

    public string State { get; set; } = null!;
}

public sealed record StjSubmission
{
    public string Name { get; set; } = null!;

    public string Description { get; set; } = null!;

    public long ServiceID { get; set; }

    public DateTimeOffset ScheduledStartTime { get; set; }

    public IReadOnlyList<string> Tags { get; set; } = [];
}

public sealed record StjTaskPage
{
    public List<StjTask> Data { get; set; } = [];

    public int Count { get; set; }
}

public sealed record StjTask
{
    public long InstanceID { get; set; }

    public string Name { get; set; } = null!;

    public string Description { get; set; } = null!;

    public string Status { get; set; } = null!;

    public string TaskType { get; set; } = null!;

    public string Submitter { get; set; } = null!;

    public string ServiceGroupName { get; set; } = null!;

    public string ServiceTemplateName { get; set; } = null!;

    public string Category { get; set; } = null!;

    public long ServiceID { get; set; }

    public DateTimeOffset? ScheduledStartTime { get; set; }

    public DateTimeOffset StartTime { get; set; }

    public DateTimeOffset CompletionTime { get; set; }

    public int Progress { get; set; }

    public bool ToDo { get; set; }

    public string Href { get; set; } = null!;
}
