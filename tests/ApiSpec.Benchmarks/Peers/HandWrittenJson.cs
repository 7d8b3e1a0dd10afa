using System.Text.Json;
using ApiSpec.Benchmarks.Generated;

namespace ApiSpec.Benchmarks.Peers;

/// <summary>The JSON of the baseline: a chain of <c>ValueTextEquals</c> over the framework's reader.</summary>
internal static class HandWrittenJson
{
    public static BenchAction ReadAction(ReadOnlySpan<byte> utf8)
    {
        var reader = Begin(utf8);
        string? name = null, href = null, method = null;
        List<JsonElement>? parameters = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("name"u8))
                name = String(ref reader);
            else if (reader.ValueTextEquals("href"u8))
                href = String(ref reader);
            else if (reader.ValueTextEquals("method"u8))
                method = String(ref reader);
            else if (reader.ValueTextEquals("parameters"u8))
                parameters = Elements(ref reader);
            else
                reader.Skip();
        }

        return new BenchAction { Name = Require(name), Href = Require(href), Method = Require(method), Parameters = parameters };
    }

    public static BenchError ReadError(ReadOnlySpan<byte> utf8)
    {
        var reader = Begin(utf8);
        string? source = null, message = null, id = null, application = null, data = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("errorSource"u8))
                source = String(ref reader);
            else if (reader.ValueTextEquals("message"u8))
                message = String(ref reader);
            else if (reader.ValueTextEquals("messageID"u8))
                id = String(ref reader);
            else if (reader.ValueTextEquals("application"u8))
                application = String(ref reader);
            else if (reader.ValueTextEquals("messageData"u8))
                data = String(ref reader);
            else
                reader.Skip();
        }

        return new BenchError
        {
            ErrorSource = Require(source),
            Message = Require(message),
            MessageID = Require(id),
            Application = Require(application),
            MessageData = data,
        };
    }

    public static BenchResult ReadResult(ReadOnlySpan<byte> utf8)
    {
        var reader = Begin(utf8);
        string? id = null, state = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("instanceID"u8))
                id = String(ref reader);
            else if (reader.ValueTextEquals("state"u8))
                state = String(ref reader);
            else
                reader.Skip();
        }

        return new BenchResult { InstanceID = Require(id), State = Require(state) };
    }

    public static BenchPageOfBenchTask ReadPage(ReadOnlySpan<byte> utf8)
    {
        var reader = Begin(utf8);
        List<BenchTask>? data = null;
        var count = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("data"u8))
            {
                reader.Read();
                data = [];
                while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                    data.Add(ReadTask(ref reader));
            }
            else if (reader.ValueTextEquals("count"u8))
            {
                reader.Read();
                count = reader.GetInt32();
            }
            else
            {
                reader.Skip();
            }
        }

        return new BenchPageOfBenchTask { Data = Require(data), Count = count };
    }

    public static void WriteSubmission(Utf8JsonWriter writer, BenchSubmission value)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, value.Name);
        writer.WriteString("description"u8, value.Description);
        writer.WriteNumber("serviceID"u8, value.ServiceID);
        writer.WriteString("scheduledStartTime"u8, value.ScheduledStartTime);
        writer.WriteStartArray("tags"u8);
        foreach (var tag in value.Tags)
            writer.WriteStringValue(tag);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static BenchTask ReadTask(ref Utf8JsonReader reader)
    {
        long instanceID = 0, serviceID = 0;
        string? name = null, description = null, status = null, taskType = null, submitter = null, group = null, template = null, category = null, href = null;
        DateTimeOffset? scheduled = null;
        DateTimeOffset start = default, completion = default;
        var progress = 0;
        var toDo = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("instanceID"u8))
                instanceID = Int64(ref reader);
            else if (reader.ValueTextEquals("name"u8))
                name = String(ref reader);
            else if (reader.ValueTextEquals("description"u8))
                description = String(ref reader);
            else if (reader.ValueTextEquals("status"u8))
                status = String(ref reader);
            else if (reader.ValueTextEquals("taskType"u8))
                taskType = String(ref reader);
            else if (reader.ValueTextEquals("submitter"u8))
                submitter = String(ref reader);
            else if (reader.ValueTextEquals("serviceGroupName"u8))
                group = String(ref reader);
            else if (reader.ValueTextEquals("serviceTemplateName"u8))
                template = String(ref reader);
            else if (reader.ValueTextEquals("category"u8))
                category = String(ref reader);
            else if (reader.ValueTextEquals("serviceID"u8))
                serviceID = Int64(ref reader);
            else if (reader.ValueTextEquals("scheduledStartTime"u8))
                scheduled = Time(ref reader);
            else if (reader.ValueTextEquals("startTime"u8))
                start = Time(ref reader);
            else if (reader.ValueTextEquals("completionTime"u8))
                completion = Time(ref reader);
            else if (reader.ValueTextEquals("progress"u8))
                progress = (int)Int64(ref reader);
            else if (reader.ValueTextEquals("toDo"u8))
                toDo = reader.Read() && reader.GetBoolean();
            else if (reader.ValueTextEquals("href"u8))
                href = String(ref reader);
            else
                reader.Skip();
        }

        return new BenchTask
        {
            InstanceID = instanceID,
            Name = Require(name),
            Description = Require(description),
            Status = Require(status),
            TaskType = Require(taskType),
            Submitter = Require(submitter),
            ServiceGroupName = Require(group),
            ServiceTemplateName = Require(template),
            Category = Require(category),
            ServiceID = serviceID,
            ScheduledStartTime = scheduled,
            StartTime = start,
            CompletionTime = completion,
            Progress = progress,
            ToDo = toDo,
            Href = Require(href),
        };
    }

    private static Utf8JsonReader Begin(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        return reader.TokenType == JsonTokenType.StartObject ? reader : throw new JsonException("An object was expected.");
    }

    private static string? String(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString();
    }

    private static long Int64(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetInt64();
    }

    private static DateTimeOffset Time(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetDateTimeOffset();
    }

    private static List<JsonElement>? Elements(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        var elements = new List<JsonElement>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            elements.Add(JsonElement.ParseValue(ref reader));
        return elements;
    }

    private static T Require<T>(T? value)
        where T : class
        => value ?? throw new JsonException("A required member is missing.");
}
