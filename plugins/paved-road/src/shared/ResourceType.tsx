import { Fragment } from 'react';

/** A type such as `AWS::S3::Bucket` that breaks between its words, not in them. */
export function ResourceType(props: { type: string }) {
  return (
    <>
      {props.type.split(/(?<=::|_)/).map((part, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  );
}
