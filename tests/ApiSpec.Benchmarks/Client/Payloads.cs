using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ApiSpec.Benchmarks.Client;

/// <summary>The bodies that the server would send.</summary>
internal static class Payloads
{
    public const int TaskCount = 1000;

    // Servers do not escape a plus sign in a zone.
    public static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Repeating = ["status", "taskType", "submitter", "serviceGroupName", "serviceTemplateName", "category"];

    public static byte[] Action { get; } =
        """
        {
          "name" : "rerunStart",
          "href" : "http://10.196.184.238:22015/Automation/v1/objects/Tasks/2026/actions/rerunStart/invoke",
          "method" : "POST",
          "parameters" : [ ]
        }
        """u8.ToArray();

    public static byte[] NotFound { get; } =
        """
        {
          "errorSource" : "/Automation/v1/objects/Tasks/2026/actions/rerunStart",
          "message" : "The specified task does not exist, or you do not have permission to access it.",
          "messageID" : "KNAE02102-E",
          "application" : "Automation"
        }
        """u8.ToArray();

    public static byte[] Result { get; } = """{"instanceID":"2027","state":"queued"}"""u8.ToArray();

    /// <summary>Returns tasks with 16 members.</summary>
    /// <param name="repeats">Six members repeat among at most five values; otherwise all are different.</param>
    /// <param name="isShuffled">Whether the members of each task are in a different order.</param>
    public static byte[] Tasks(bool repeats, bool isShuffled)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Plain))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("data");
            for (var i = 0; i < TaskCount; i++)
                WriteTask(writer, i, repeats, isShuffled);
            writer.WriteEndArray();
            writer.WriteNumber("count", TaskCount);
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    public static void WriteTask(Utf8JsonWriter writer, int index, bool repeats, bool isShuffled)
    {
        var id = (100_000 + index).ToString(CultureInfo.InvariantCulture);
        var members = new List<KeyValuePair<string, Action<string>>>
        {
            new("instanceID", name => writer.WriteNumber(name, 100_000 + index)),
            new("name", name => writer.WriteString(name, "Allocate volumes for host " + id)),
            new("description", name => writer.WriteString(name, "Allocates volumes from the pool with the identifier " + id + ".")),
            new("serviceID", name => writer.WriteNumber(name, 2000 + (index % 40))),
            new("scheduledStartTime", name => writer.WriteString(name, Time(index, 0))),
            new("startTime", name => writer.WriteString(name, Time(index, 1))),
            new("completionTime", name => writer.WriteString(name, Time(index, 2))),
            new("progress", name => writer.WriteNumber(name, index % 101)),
            new("toDo", name => writer.WriteBoolean(name, index % 3 == 0)),
            new("href", name => writer.WriteString(name, "http://10.196.184.238:22015/Automation/v1/objects/Tasks/" + id)),
        };
        for (var i = 0; i < Repeating.Length; i++)
        {
            // The members of a list stay in the order of the schema unless shuffled: the repeating ones are the fourth to the ninth.
            var value = "The " + Repeating[i] + " value " + (repeats ? (((index * 7) + i) % 5).ToString(CultureInfo.InvariantCulture) : id);
            members.Insert(3 + i, new(Repeating[i], name => writer.WriteString(name, value)));
        }

        writer.WriteStartObject();
        if (isShuffled)
            Shuffle(members, index);
        foreach (var member in members)
            member.Value(member.Key);
        writer.WriteEndObject();
    }

    private static void Shuffle<T>(List<T> items, int seed)
    {
        // A fixed sequence, so that every run reads the same bytes.
        var state = (uint)seed + 1;
        for (var i = items.Count - 1; i > 0; i--)
        {
            state = unchecked((state * 1664525) + 1013904223);
            var other = (int)((state >> 8) % (uint)(i + 1));
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    private static string Time(int index, int hours)
        => new DateTime(2015, 7, 31, 9, 30, 0).AddMinutes(index).AddHours(hours).ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture) + "+09:00";
}
