package dev.tinyland.gate.runtime.s3;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The few things that decide what an S3 answer is.
 *
 * @param root local name of the outermost element; null where the text is no XML
 * @param code of an error
 * @param message of an error; it may say anything, so it is looked through and never passed on
 * @param ownerId of a list of buckets
 * @param ownerName of a list of buckets
 * @param whole whether the text came to its end as XML
 */
record S3Xml(
    @Nullable String root,
    @Nullable String code,
    @Nullable String message,
    @Nullable String ownerId,
    @Nullable String ownerName,
    boolean whole) {
  /** Reads as far as the bytes go; what comes after a cut is missing, and no error. */
  static S3Xml read(byte[] bytes) {
    Collected seen = new Collected();
    try {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      factory.setProperty(XMLInputFactory.IS_COALESCING, true);
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
      walk(reader, seen);
      seen.whole = true;
    } catch (XMLStreamException e) {
      // What was read until there is what there is.
      return seen.xml();
    }
    return seen.xml();
  }

  private static void walk(XMLStreamReader reader, Collected seen) throws XMLStreamException {
    int depth = 0;
    boolean owner = false;
    StringBuilder text = new StringBuilder();
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamReader.START_ELEMENT -> {
          depth++;
          text.setLength(0);
          if (depth == 1) {
            seen.root = reader.getLocalName();
          }
          owner |= depth == 2 && reader.getLocalName().equals("Owner");
        }
        case XMLStreamReader.CHARACTERS -> text.append(reader.getText());
        case XMLStreamReader.END_ELEMENT -> {
          seen.take(depth, owner, reader.getLocalName(), text.toString().strip());
          text.setLength(0);
          owner &= depth != 2;
          depth--;
        }
        default -> {}
      }
    }
  }

  private static final class Collected {
    private @Nullable String root;
    private @Nullable String code;
    private @Nullable String message;
    private @Nullable String ownerId;
    private @Nullable String ownerName;
    private boolean whole;

    S3Xml xml() {
      return new S3Xml(root, code, message, ownerId, ownerName, whole);
    }

    void take(int depth, boolean owner, String name, String text) {
      if (depth == 2 && "Error".equals(root) && name.equals("Code")) {
        code = text;
      } else if (depth == 2 && "Error".equals(root) && name.equals("Message")) {
        message = text;
      } else if (depth == 3 && owner && name.equals("ID")) {
        ownerId = text;
      } else if (depth == 3 && owner && name.equals("DisplayName")) {
        ownerName = text;
      }
    }
  }
}
